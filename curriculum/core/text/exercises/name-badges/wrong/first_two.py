typed = "  Ada Lovelace "

name = typed.strip().upper()
print(f"{name[0]}.{name[1]}.")
print(name)
