def cost(prices, dish, count):
    """What so many of a dish cost; None for a dish that is not on the menu."""
    if dish not in prices:
        return None
    return prices[dish] * float(count)
