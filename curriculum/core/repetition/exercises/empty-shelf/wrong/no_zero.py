from stock import days_left


def test_even():
    assert days_left(6, 3) == 2


def test_something_over():
    assert days_left(7, 3) == 2
