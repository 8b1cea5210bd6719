items = ["plums", "pears"]
prices = [3.2, 2.75]
tags = [for item, price in zip(items, prices): f"{item}: {price:.2f}"]
print("\n".join(tags))
