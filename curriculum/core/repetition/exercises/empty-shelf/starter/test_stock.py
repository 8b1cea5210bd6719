from stock import days_left  # takes the function days_left out of stock.py


def test_long():
    assert days_left(31, 3) == 10
