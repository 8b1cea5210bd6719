name = input("Name: ") or "customer"
name = name.strip()
print(f"Dear {name},")
