menu = [
    {"name": "soups", "dishes": [("miso", 4.5), ("tomato", 5.2)]},
    {"name": "salads", "dishes": []},
    {"name": "cakes", "dishes": [("plum", 3.8)]},
]
lines = []
print("\n".join(lines))
