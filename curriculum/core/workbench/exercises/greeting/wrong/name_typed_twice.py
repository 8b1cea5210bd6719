name = "Ada"
print(f"Hello, {name}!")
print("The kitchen is open, Ada.")
