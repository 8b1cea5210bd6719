weights = [12.5, 8, 30]
total = 12.5
for weight in weights:
    total += weight
print(f"Loaded: {total} kg")
