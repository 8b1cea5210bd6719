from datetime import date, timedelta


def due(start, days):
    """The date on which a tool lent on `start` for so many days has to be back."""
    back = date.fromisoformat(start) + timedelta(days=days)
    if back.weekday() == 6:
        back += timedelta(days=1)
    return back.isoformat()
