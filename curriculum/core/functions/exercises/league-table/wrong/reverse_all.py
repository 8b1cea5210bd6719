TEAMS = [
    {"name": "Reds", "points": 14, "scored": 21, "conceded": 20},
    {"name": "Blues", "points": 20, "scored": 18, "conceded": 9},
    {"name": "Greens", "points": 14, "scored": 12, "conceded": 9},
]


def standings(teams):
    ordered = sorted(teams, key=lambda t: (t["points"], t["scored"] - t["conceded"], t["name"]), reverse=True)
    return [f"{place}. {team['name']} {team['points']}" for place, team in enumerate(ordered, start=1)]


print(standings(TEAMS))
