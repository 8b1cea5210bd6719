name = "Ada"
count = 2
dish = "lasagne"
print(f"Order for {name}: " + str(count) + f" x {dish}")
