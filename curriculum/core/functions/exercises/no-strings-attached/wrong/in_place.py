def enter(table, home, away, home_goals, away_goals):
    home_points, away_points = 1, 1
    if home_goals > away_goals:
        home_points, away_points = 3, 0
    if home_goals < away_goals:
        home_points, away_points = 0, 3
    new = table
    new[home] = new.get(home, 0) + home_points
    new[away] = new.get(away, 0) + away_points
    return new


table = enter({}, "Reds", "Blues", 2, 0)
table = enter(table, "Blues", "Reds", 1, 1)
print(table)
