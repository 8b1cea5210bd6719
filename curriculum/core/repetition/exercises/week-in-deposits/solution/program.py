balance = 100
deposits = [12.5, 8, 20]
for amount in deposits:
    balance += amount
    print(f"+{amount:.2f} = {balance:.2f}")
print(f"At the end: {balance:.2f} EUR")
