import csv

with open("stock.csv", newline="", encoding="utf-8") as file:
    stock = list(csv.DictReader(file))
order = []
for row in stock:
    missing = int(row["least"])
    if row["count"] < row["least"]:
        order.append({"item": row["item"], "missing": missing})
with open("order.csv", "w", newline="", encoding="utf-8") as file:
    writer = csv.DictWriter(file, fieldnames=["item", "missing"])
    writer.writeheader()
    writer.writerows(order)
