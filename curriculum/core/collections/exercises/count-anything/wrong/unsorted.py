parts = ["tube", "bell", "tube"]
counts = {}
for part in parts:
    counts[part] = counts.get(part, 0) + 1
for part in counts:
    print(part, counts[part])
