def fee(days):
    """What it costs to borrow a film for so many days, 1 to 14."""
    if not 1 <= days <= 14:
        raise ValueError(f"a film is lent for 1 to 14 days, not {days}")
    return 2 + max(0, days - 3) * 0.5
