replies = ["  ada byron", "BEN OKRI ", "cleo day"]
cards = []
for name in replies:
    cards += [card.strip().title() for card in [name]]
print(" | ".join(cards))
