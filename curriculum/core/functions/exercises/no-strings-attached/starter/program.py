table = {}


def enter(home, away, home_goals, away_goals):
    global table
    home_points, away_points = 1, 1
    if home_goals > away_goals:
        home_points, away_points = 3, 0
    if home_goals < away_goals:
        home_points, away_points = 0, 3
    table[home] = table.get(home, 0) + home_points
    table[away] = table.get(away, 0) + away_points


enter("Reds", "Blues", 2, 0)
enter("Blues", "Reds", 1, 1)
print(table)
