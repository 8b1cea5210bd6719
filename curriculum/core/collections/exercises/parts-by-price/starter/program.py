def bill(prices, parts):
    """What the parts cost together; prices is a list of pairs of part and price."""
    total = 0.0
    for wanted in parts:
        price = 0.0
        for part, cost in prices:
            if part == wanted:
                price = cost
        total += price
    return total
