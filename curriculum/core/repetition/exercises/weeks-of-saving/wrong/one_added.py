def saved(weeks):
    if weeks == 0:
        return 0
    total = 1
    for week in range(1, weeks):
        total += week
    return total
