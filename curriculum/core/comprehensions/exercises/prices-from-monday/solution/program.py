prices = {"espresso": 2.4, "sample": 0, "toast": 5.5}
monday = {name: round(price * 1.05, 2) for name, price in prices.items() if price > 0}
print(f"Until Sunday: {prices}")
print(f"From Monday: {monday}")
