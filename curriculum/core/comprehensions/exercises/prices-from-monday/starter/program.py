prices = {"espresso": 2.4, "sample": 0, "toast": 5.5}
monday = prices
print(f"Until Sunday: {prices}")
print(f"From Monday: {monday}")
