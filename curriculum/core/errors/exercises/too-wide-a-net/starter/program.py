def cost(prices, dish, count):
    """What so many of a dish cost; None for a dish that is not on the menu."""
    try:
        return prices[dish] * float(count)
    except Exception:
        return None
