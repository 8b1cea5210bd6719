balance = 500
for year in range(1, 4):
    balance *= 1.02
print(f"{year}: {balance:.2f}")
