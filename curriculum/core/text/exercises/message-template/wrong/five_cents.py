name = "ada "
bike = "tandem"
cents = 4850

print(f"Dear {name.strip().capitalize()}, your {bike} is ready. It costs {cents // 100}.{cents % 100} EUR.")
