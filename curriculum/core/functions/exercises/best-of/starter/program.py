def final_score(points):
    return points


print(final_score(70))
