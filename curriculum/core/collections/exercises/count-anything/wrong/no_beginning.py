parts = ["tube", "bell", "tube"]
counts = {}
for part in parts:
    counts[part] = counts.get(part) + 1
for part in sorted(counts):
    print(part, counts[part])
