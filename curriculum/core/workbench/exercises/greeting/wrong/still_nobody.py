name = "nobody"
print(f"Hello, {name}!")
print(f"The kitchen is open, {name}.")
