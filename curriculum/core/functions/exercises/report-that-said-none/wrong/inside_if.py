def grade(points):
    if points >= 85:
        return "distinction"
    if points >= 60:
        return "pass"
        return "fail"


results = [91, 74, 50]
marks = [grade(points) for points in results]
print(", ".join(marks))
