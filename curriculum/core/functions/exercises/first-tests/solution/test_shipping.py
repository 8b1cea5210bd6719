from shipping import delivery_fee


def test_near():
    assert delivery_fee(20, 3) == 3.5
    assert delivery_fee(20, 10) == 3.5


def test_far():
    assert delivery_fee(20, 11) == 5.5


def test_free_from_fifty():
    assert delivery_fee(49.99, 11) == 5.5
    assert delivery_fee(50, 11) == 0.0


def test_empty_order():
    assert delivery_fee(0, 11) == 0.0
