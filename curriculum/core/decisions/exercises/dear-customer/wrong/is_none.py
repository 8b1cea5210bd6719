name = input("Name: ").strip()
if name is None:
    name = "customer"
print(f"Dear {name},")
