text = "Tomato sauce"
line = "=" * len(text)
print(line)
print(text)
print(line)
