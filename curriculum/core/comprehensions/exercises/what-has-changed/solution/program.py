old = {"bun": 0.9, "bread": 4.2}
new = {"bun": 1.1, "bread": 4.2, "pie": 6.0}
changed = {name: price for name, price in new.items() if old.get(name) != price}
print(changed)
