week = ["race", "city"]
saturday = week.copy()
saturday.append("cargo")
print("Week:", week)
print("Saturday:", saturday)
