replies = ["  ada byron", "BEN OKRI ", "cleo day"]
cards = []
for name in replies:
    tidy = name.strip().title()
    cards.append(tidy)
print(" | ".join(cards))
