week = ["race", "city"]
saturday = week.copy().append("cargo")
print("Week:", week)
print("Saturday:", saturday)
