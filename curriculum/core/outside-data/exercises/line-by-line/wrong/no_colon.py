totals = {}
with open("sales.txt", encoding="utf-8") as file
    for line in file:
        name, amount = line.split()
        totals[name] = totals.get(name, 0) + int(amount)
for name in sorted(totals):
    print(name, totals[name])
