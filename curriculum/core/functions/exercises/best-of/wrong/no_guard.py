def final_score(*points, drop=1):
    kept = sorted(points)[drop:]
    return sum(kept) / len(kept)


print(final_score(70, 90, 80))
