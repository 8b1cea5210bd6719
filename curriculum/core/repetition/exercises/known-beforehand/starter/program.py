stock = 15
number = stock
while number > 0:
    print(f"{number} left")
    number -= 5
print("sold out")
