stock = 15
for number in range(stock, 5, -5):
    print(f"{number} left")
print("sold out")
