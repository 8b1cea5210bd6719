def seat(row, name):
    """Puts the name on the first free seat and gives its number from 1, or None."""
    if "-" not in row:
        return None
    place = row.index("-")
    row[place] = name
    return place + 1
