def clean(addresses):
    """Each address once, in small letters, in alphabetical order."""
    known = set()
    for address in addresses:
        address = address.strip().lower()
        if "@" in address:
            known.add(address)
    return known
