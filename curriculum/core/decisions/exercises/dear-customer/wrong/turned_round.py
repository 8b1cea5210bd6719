name = input("Name: ").strip()
name = "customer" or name
print(f"Dear {name},")
