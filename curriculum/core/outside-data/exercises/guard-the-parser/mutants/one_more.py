from datetime import date


def nights(text):
    """The number of nights of a booking such as "2026-03-01 to 2026-03-04"; ValueError when it has none."""
    first, second = text.split(" to ")
    count = (date.fromisoformat(second.strip()) - date.fromisoformat(first.strip())).days + 1
    if count < 1:
        raise ValueError("a booking has at least one night")
    return count
