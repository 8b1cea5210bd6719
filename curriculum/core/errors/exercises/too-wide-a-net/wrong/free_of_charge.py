def cost(prices, dish, count):
    """What so many of a dish cost; None for a dish that is not on the menu."""
    return prices.get(dish, 0) * float(count)
