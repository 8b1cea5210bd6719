import csv

with open("orders.csv", newline="", encoding="utf-8") as file:
    for row in csv.DictReader(file):
        print(row)
