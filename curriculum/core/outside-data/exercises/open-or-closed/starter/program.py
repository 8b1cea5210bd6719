import json
from pathlib import Path


def is_open(day, time):
    """Whether the shop of shop.json is open on that day at that time."""
    shop = json.loads(Path("shop.json").read_text(encoding="utf-8"))
    print(shop)
