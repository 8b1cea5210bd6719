TEAMS = [
    {"name": "Reds", "points": 14, "scored": 21, "conceded": 20},
    {"name": "Blues", "points": 20, "scored": 18, "conceded": 9},
    {"name": "Greens", "points": 14, "scored": 12, "conceded": 9},
]


def standings(teams):
    return []


print(standings(TEAMS))
