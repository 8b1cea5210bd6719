def fee(days):
    """What it costs to borrow a film for so many days, 1 to 14."""
    return 2
