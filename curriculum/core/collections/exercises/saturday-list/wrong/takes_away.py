week = ["race", "city"]
saturday = week
saturday.append("cargo")
week.remove("cargo")
print("Week:", week)
print("Saturday:", saturday)
