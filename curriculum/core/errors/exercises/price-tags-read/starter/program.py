def price(tag):
    """The price on a tag, or None when it cannot be read."""
    return float(tag)
