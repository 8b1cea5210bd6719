from program import fee


def test_free_days():
    assert fee(3, 20.0) == 0.0


def test_a_tenth_a_day():
    assert fee(4, 20.0) == 2.0
    assert fee(5, 20.0) == 4.0


def test_never_more_than_the_price():
    assert fee(13, 20.0) == 20.0
    assert fee(100, 20.0) == 20.0
