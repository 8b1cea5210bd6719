def cost(prices, dish, count):
    """What so many of a dish cost; None for a dish that is not on the menu."""
    price = prices.get(dish)
    if not price:
        return None
    return price * float(count)
