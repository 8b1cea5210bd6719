item = "soup"
count = 3
price = 4.35
print(f"{count} x {item}")
print(f"To pay: 13.05 EUR")
