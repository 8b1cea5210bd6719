CALENDAR = [
    {"title": "review", "hour": 14, "minutes": 60},
    {"title": "workshop", "hour": 11, "minutes": 120},
    {"title": "phone Ben", "hour": 11, "minutes": 15},
    {"title": "stand-up", "hour": 9, "minutes": 15},
]


def next_title(calendar, now):
    ahead = [entry for entry in calendar if entry["hour"] > now]
    if not ahead:
        return None
    return min(ahead, key=lambda entry: (entry["hour"], entry["minutes"]))["title"]


print(next_title(CALENDAR, 10))
