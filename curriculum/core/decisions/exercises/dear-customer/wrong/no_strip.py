name = input("Name: ") or "customer"
print(f"Dear {name},")
