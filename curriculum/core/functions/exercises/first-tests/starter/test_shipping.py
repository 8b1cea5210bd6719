from shipping import delivery_fee


def test_near():
    assert delivery_fee(20, 3) == 3.5
