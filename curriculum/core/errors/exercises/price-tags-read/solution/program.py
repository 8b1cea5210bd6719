def price(tag):
    """The price on a tag, or None when it cannot be read."""
    text = tag.strip().replace(",", ".")
    try:
        return float(text)
    except ValueError:
        return None
