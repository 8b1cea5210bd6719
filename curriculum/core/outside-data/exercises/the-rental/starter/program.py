MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


def days_between(first, second):
    """The number of days from one date to another, both texts such as "2026-03-01"."""
    year, month, day = [int(part) for part in first.split("-")]
    days = 0
    while f"{year:04}-{month:02}-{day:02}" != second:
        day += 1
        days += 1
        if day > MONTHS[month - 1]:
            day = 1
            month += 1
        if month > 12:
            month = 1
            year += 1
    return days
