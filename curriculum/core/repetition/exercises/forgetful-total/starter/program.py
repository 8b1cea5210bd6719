weights = [12.5, 8, 30]
for weight in weights:
    total = 0
    total += weight
print(f"Loaded: {total} kg")
