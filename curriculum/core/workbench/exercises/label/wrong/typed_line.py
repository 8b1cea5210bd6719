text = "Tomato sauce"
print("============")
print(text)
print("============")
