def reserve(hour, slots=[]):
    if slots is None:
        slots = []
    slots.append(hour)
    return sorted(slots)


print(reserve(9))
print(reserve(9, [11]))
