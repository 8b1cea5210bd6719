name = "Ada"
count = 2
dish = "lasagne"
print("Order for " + name + ": " + str(count) + " x " + dish)
