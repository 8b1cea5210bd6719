def bill(prices, parts):
    """What the parts cost together; prices is a list of pairs of part and price."""
    by_part = dict(prices)
    total = 0.0
    for wanted in parts:
        total += by_part[wanted]
    return total
