import csv

day = 0
with open("orders.csv", newline="", encoding="utf-8") as file:
    for row in csv.DictReader(file):
        cost = int(row["count"]) * float(row["price"])
        print(f"{row['item']}: {cost:.2f}")
        day += cost
print(f"Day: {day:.2f}")
