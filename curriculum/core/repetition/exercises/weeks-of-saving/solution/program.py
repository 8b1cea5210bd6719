def saved(weeks):
    # 1 EUR in the first week, and one euro more in each that follows.
    # Gives back what there is at the end.
    total = 0
    for week in range(1, weeks + 1):
        total += week
    return total
