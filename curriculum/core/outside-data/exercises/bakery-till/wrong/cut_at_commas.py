day = 0
with open("orders.csv", encoding="utf-8") as file:
    next(file)
    for line in file:
        fields = line.strip().split(",")
        cost = int(fields[0]) * float(fields[-1])
        print(f"{fields[1]}: {cost:.2f}")
        day += cost
print(f"Day: {day:.2f}")
