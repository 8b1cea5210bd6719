replies = ["  ada byron", "BEN OKRI ", "cleo day"]
cards = [name.title() for name in replies]
print(" | ".join(cards))
