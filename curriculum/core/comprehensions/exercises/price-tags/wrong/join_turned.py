items = ["plums", "pears"]
prices = [3.2, 2.75]
tags = [f"{item}: {price:.2f}" for item, price in zip(items, prices)]
print(tags.join("\n"))
