from datetime import date


def days_between(first, second):
    """The number of days from one date to another, both texts such as "2026-03-01"."""
    return (date.fromisoformat(second) - date.fromisoformat(first)).days
