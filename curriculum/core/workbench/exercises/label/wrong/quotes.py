text = "Tomato sauce"
print("=" * len("text"))
print(text)
print("=" * len("text"))
