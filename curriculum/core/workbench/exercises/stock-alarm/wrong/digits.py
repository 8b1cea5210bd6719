stock = 9
minimum = 12
missing = minimum - stock
print(f"Order {missing} crates of lemons")
print(f"Shelf: {len(str(stock))} of {minimum}")
