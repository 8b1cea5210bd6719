name = input("Name: ")
print(f"Dear {name},")
