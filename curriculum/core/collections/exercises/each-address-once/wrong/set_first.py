def clean(addresses):
    """Each address once, in small letters, in alphabetical order."""
    known = []
    for address in set(addresses):
        address = address.strip().lower()
        if "@" in address:
            known.append(address)
    return sorted(known)
