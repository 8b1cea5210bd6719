text = "Tomato sauce"
print("=" * len(text))
print(text)
