line = "  ada lovelace ; lyon "
name, town = line.split(";")
name = name.strip().title()
town = town.strip().title()
print(f"{town}: {name}")
