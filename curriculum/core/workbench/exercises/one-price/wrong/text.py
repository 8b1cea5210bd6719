price = "2.8"
print(f"1 coffee: {1 * price:.2f} EUR")
print(f"2 coffees: {2 * price:.2f} EUR")
print(f"6 coffees: {6 * price:.2f} EUR")
