items = ["lights", "oven", "deliveries"]
for number, item in enumerate(items):
    print(f"{number + 1}: {items[number].upper()}")
