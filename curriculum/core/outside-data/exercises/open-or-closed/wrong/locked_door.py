import json
from pathlib import Path


def is_open(day, time):
    """Whether the shop of shop.json is open on that day at that time."""
    hours = json.loads(Path("shop.json").read_text(encoding="utf-8"))["hours"]
    if day not in hours:
        return False
    opens, closes = hours[day]
    return opens <= time <= closes
