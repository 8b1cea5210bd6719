item = "soup"
count = 3
price = 4.35
print(f"{count} x {item}")
print("To pay: {count * price:.2f} EUR")
