people = 4
guests = 6
flour = 250
milk = 600

print("flour:", flour, "g")
