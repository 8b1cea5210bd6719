name = "Ada"
count = 2
dish = "lasagne"
print(f"Order for {name}: {count} x {dish}")
