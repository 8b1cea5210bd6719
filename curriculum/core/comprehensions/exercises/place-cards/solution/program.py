replies = ["  ada byron", "BEN OKRI ", "cleo day"]
cards = [name.strip().title() for name in replies]
print(" | ".join(cards))
