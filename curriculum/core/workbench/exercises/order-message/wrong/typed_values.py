name = "Ada"
count = 2
dish = "lasagne"
print(f"Order for Ada: 2 x {dish}")
