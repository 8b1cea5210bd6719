item = "flour"
in_stock = 40
ordered = "25"
left = in_stock - len(ordered)
print(f"{item}: {left} kg left")
