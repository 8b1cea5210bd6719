name = "nobody"
print(f"Hello, {name}!")
