def nights(text):
    """The number of nights of a booking such as "2026-03-01 to 2026-03-04"; ValueError when it has none."""
    first, second = text.split(" to ")
    count = int(second.strip()[-2:]) - int(first.strip()[-2:])
    if count < 1:
        raise ValueError("a booking has at least one night")
    return count
