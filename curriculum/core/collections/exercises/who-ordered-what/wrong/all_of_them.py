def buyers(customers, part):
    """Who ordered the part, and how many pieces in all."""
    found = {}
    for customer in customers:
        found[customer["name"]] = 0
        for order in customer["orders"]:
            if order["part"] == part:
                found[customer["name"]] += order["count"]
    return found
