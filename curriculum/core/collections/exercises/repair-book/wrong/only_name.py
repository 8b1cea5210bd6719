def busiest(repairs):
    """The part repaired most often, and how often."""
    counts = {}
    for part in repairs:
        counts[part] = counts.get(part, 0) + 1
    best = repairs[0]
    for part, count in counts.items():
        if count > counts[best]:
            best = part
    return best
