before = 48093
now = 48213
price = 0.32
month = 12.5

used = now - before
print(f"{used} kWh")
print(f"To pay: {(month + used) * price:.2f} EUR")
