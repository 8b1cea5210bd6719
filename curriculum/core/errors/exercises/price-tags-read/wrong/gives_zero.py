def price(tag):
    """The price on a tag, or None when it cannot be read."""
    try:
        return float(tag.strip().replace(",", "."))
    except ValueError:
        return 0.0
