def bill(prices, parts):
    """What the parts cost together; prices is a list of pairs of part and price."""
    by_part = {}
    for part, cost in prices:
        by_part.setdefault(part, cost)
    total = 0.0
    for wanted in parts:
        total += by_part.get(wanted, 0.0)
    return total
