item = "flour"
in_stock = 40
ordered = "25"
left = 15
print(f"{item}: {left} kg left")
