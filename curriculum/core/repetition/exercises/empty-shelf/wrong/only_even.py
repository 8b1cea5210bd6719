from stock import days_left


def test_even():
    assert days_left(6, 3) == 2
    assert days_left(3, 3) == 1


def test_nothing():
    assert days_left(0, 3) == 0
