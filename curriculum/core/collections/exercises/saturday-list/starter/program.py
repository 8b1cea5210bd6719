week = ["race", "city"]
saturday = week
saturday.append("cargo")
print("Week:", week)
print("Saturday:", saturday)
