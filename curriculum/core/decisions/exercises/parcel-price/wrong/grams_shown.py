grams = 300
if grams <= 500:
    price = 2.9
elif grams <= 2000:
    price = 4.8
else:
    price = 9.5
print(f"{grams} kg: {price:.2f} EUR")
