import csv

with open("stock.csv", newline="", encoding="utf-8") as file:
    stock = list(csv.DictReader(file))
order = []
for row in stock:
    missing = int(row["least"]) - int(row["count"])
    if missing > 0:
        order.append({"item": row["item"], "missing": missing})
with open("order.csv", "w", newline="", encoding="utf-8") as file:
    writer = csv.DictWriter(file, fieldnames=["item", "missing"])
    writer.writeheader()
    writer.writerows(order)
