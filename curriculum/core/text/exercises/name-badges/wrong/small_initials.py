typed = "  Ada Lovelace "

first, last = typed.split()
print(f"{first[0]}.{last[0]}.")
print(f"{first} {last}".upper())
