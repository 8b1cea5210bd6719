menu = [
    {"name": "soups", "dishes": [("miso", 4.5), ("tomato", 5.2)]},
    {"name": "salads", "dishes": []},
    {"name": "cakes", "dishes": [("plum", 3.8)]},
]
lines = [f"{price:.2f} {dish} ({section['name']})" for dish, price in section["dishes"] for section in menu]
print("\n".join(lines))
