from shipping import delivery_fee


def test_near():
    assert delivery_fee(20, 3) == 3.5


def test_far():
    assert delivery_fee(20, 30) == 5.5


def test_free():
    assert delivery_fee(80, 3) == 0.0
