prices = {"pie": 4.0, "tart": 6.5, "cake": 4.0}
ordered = sorted(prices.items(), key=lambda pair: (-pair[1], pair[0]))
for name, price in ordered:
    print(name, price)
