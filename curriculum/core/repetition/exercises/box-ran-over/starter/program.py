left = 19
size = 6
boxes = 0
while left != 0:
    left -= size
    boxes += 1
    print("packed one more box,", left, "rolls to go")
print(f"Boxes: {boxes}")
