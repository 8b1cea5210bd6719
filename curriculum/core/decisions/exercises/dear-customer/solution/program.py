name = input("Name: ").strip() or "customer"
print(f"Dear {name},")
