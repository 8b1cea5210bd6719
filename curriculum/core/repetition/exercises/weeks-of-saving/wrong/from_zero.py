def saved(weeks):
    total = 0
    for week in range(weeks):
        total += week
    return total
