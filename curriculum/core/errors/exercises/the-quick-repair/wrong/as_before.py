def share(total, guests):
    """What each of the guests pays."""
    if total < 0:
        raise ValueError("a bill cannot be negative")
    return total / guests
