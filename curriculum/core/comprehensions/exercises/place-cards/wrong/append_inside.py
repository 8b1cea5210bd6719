replies = ["  ada byron", "BEN OKRI ", "cleo day"]
cards = []
tidied = [cards.append(name.strip().title()) for name in replies]
print(" | ".join(cards))
