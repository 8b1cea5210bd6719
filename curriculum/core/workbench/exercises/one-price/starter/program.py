print(f"1 coffee: {1 * 2.8:.2f} EUR")
print(f"2 coffees: {2 * 2.8:.2f} EUR")
print(f"6 coffees: {6 * 2.8:.2f} EUR")
