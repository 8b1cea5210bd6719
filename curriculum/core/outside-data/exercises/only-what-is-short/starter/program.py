import csv

with open("stock.csv", newline="", encoding="utf-8") as file:
    stock = list(csv.DictReader(file))
