items = ["lights", "oven", "deliveries"]
for i in range(len(items)):
    print(f"{i + 1}: {items[i].upper()}")
