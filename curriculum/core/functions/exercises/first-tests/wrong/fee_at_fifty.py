from shipping import delivery_fee


def test_fifty():
    assert delivery_fee(50, 3) == 3.5
