raw = ["16.0", "n/a", "19.5", "11.0"]
valid = [float(text) for text in raw if text != "n/a"]
print(f"Sum {sum(valid)}")
print(f"Highest {max(valid)}")
print(f"Lowest {min(valid)}")
