def enter(table, team):
    table.append(team)
    table = sorted(table)
    bonus = len(table)
    return table[0], bonus


bonus = 1
league = ["Reds", "Blues"]
first, points = enter(league, "Greens")
print(first, points)
