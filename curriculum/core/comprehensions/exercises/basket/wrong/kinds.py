order = {
    "customer": "Ada",
    "items": [
        {"name": "yoghurt", "count": 4, "price": 0.95, "chilled": True},
        {"name": "bread", "count": 2, "price": 3.6, "chilled": False},
        {"name": "cream", "count": 1, "price": 2.4, "chilled": True},
    ],
}
total = sum(item["count"] * item["price"] for item in order["items"])
cool = sum(1 for item in order["items"] if item["chilled"])
print(f"To pay: {total:.2f}")
print(f"Cool bag: {cool} pieces")
