from stock import days_left  # takes the function days_left out of stock.py


def test_even():
    assert days_left(6, 3) == 2


def test_something_over():
    assert days_left(7, 3) == 2
    assert days_left(2, 3) == 0


def test_nothing():
    assert days_left(0, 3) == 0
