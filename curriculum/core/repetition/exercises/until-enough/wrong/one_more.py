balance = 200
deposit = 165
goal = 900
years = 0
while balance <= goal:
    balance = balance * 1.03 + deposit
    years += 1
print(f"{years} years, {balance:.2f} EUR")
