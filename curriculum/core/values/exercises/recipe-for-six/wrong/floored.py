people = 4
guests = 6
flour = 250
milk = 600

factor = guests // people
print(f"flour: {flour * factor:.0f} g")
print(f"milk: {milk * factor / 1000:.2f} l")
