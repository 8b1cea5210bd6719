import csv

pieces = ""
with open("orders.csv", newline="", encoding="utf-8") as file:
    for row in csv.DictReader(file):
        pieces += row["count"]
print(pieces, "pieces")
