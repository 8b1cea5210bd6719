menu = [
    {"name": "soups", "dishes": [("miso", 4.5), ("tomato", 5.2)]},
    {"name": "salads", "dishes": []},
    {"name": "cakes", "dishes": [("plum", 3.8)]},
]
lines = [f"{price} {dish} ({section['name']})" for section in menu for dish, price in section["dishes"]]
print("\n".join(lines))
