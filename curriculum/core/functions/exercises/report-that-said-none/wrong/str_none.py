def grade(points):
    if points >= 85:
        return "distinction"
    if points >= 60:
        return "pass"


results = [91, 74, 50]
marks = [str(grade(points)) for points in results]
print(", ".join(marks))
