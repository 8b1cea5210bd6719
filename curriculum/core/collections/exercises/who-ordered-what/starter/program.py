def buyers(customers, part):
    """Who ordered the part, and how many pieces in all."""
    found = {}
    for customer in customers:
        print(customer["name"], customer["orders"])
    return found
