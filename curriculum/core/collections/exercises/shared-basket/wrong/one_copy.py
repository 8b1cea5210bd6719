def make_baskets(names, presents):
    """A basket of its own for each name, with the presents in it."""
    baskets = {}
    basket = presents.copy()
    for name in names:
        baskets[name] = basket
    return baskets
