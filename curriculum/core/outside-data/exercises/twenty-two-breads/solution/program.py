import csv

pieces = 0
with open("orders.csv", newline="", encoding="utf-8") as file:
    for row in csv.DictReader(file):
        pieces += int(row["count"])
print(pieces, "pieces")
