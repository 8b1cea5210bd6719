items = ["lights", "oven", "deliveries"]
for number, item in enumerate(items, start=1):
    print(f"{number + 1}: {item.upper()}")
