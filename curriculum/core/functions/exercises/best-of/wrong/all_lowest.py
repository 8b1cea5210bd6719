def final_score(*points, drop=1):
    kept = list(points)
    for number in range(drop):
        if kept:
            lowest = min(kept)
            kept = [value for value in kept if value != lowest]
    if not kept:
        return 0.0
    return sum(kept) / len(kept)


print(final_score(70, 90, 80))
