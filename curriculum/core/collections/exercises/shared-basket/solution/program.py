def make_baskets(names, presents):
    """A basket of its own for each name, with the presents in it."""
    baskets = {}
    for name in names:
        baskets[name] = presents.copy()
    return baskets
