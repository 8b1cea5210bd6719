prices = {"pie": 4.0, "tart": 6.5, "cake": 4.0}
ordered = sorted(prices.items(), key=lambda name, price: (-price, name))
for name, price in ordered:
    print(name, price)
