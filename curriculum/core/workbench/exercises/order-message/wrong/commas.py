name = "Ada"
count = 2
dish = "lasagne"
print("Order for", name, ":", count, "x", dish)
