typed = "  Ada Lovelace "

print(typed)
