FREE_DAYS = 3


def fee(days: int, price: float) -> float:
    """Return what to pay for a book of that price that is `days` days late, rounded to cents.

    The first three days are free. Each day after them costs a tenth of the price. Nobody pays more than the price.
    """
    counted = days - FREE_DAYS
    if counted < 0:
        return 0.0
    amount = counted * price / 10
    # never more than the book itself
    return round(max(amount, price), 2)
