text = "Tomato sauce"
print(text)
