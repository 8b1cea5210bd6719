def seat(row, name):
    """Puts the name on the first free seat and gives its number from 1, or None."""
    row.append(name)
    return len(row)
