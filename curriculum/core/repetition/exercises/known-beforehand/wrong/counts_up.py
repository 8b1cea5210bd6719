stock = 15
for number in range(5, stock + 1, 5):
    print(f"{number} left")
print("sold out")
