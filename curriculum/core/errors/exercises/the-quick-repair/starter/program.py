def share(total, guests):
    """What each of the guests pays."""
    if total < 0:
        raise ValueError("a bill cannot be negative")
    if guests < 1:
        return 0
    return total / guests
