item = "soup"
count = 3
price = 4.35
print(f"{count} x {item}")
