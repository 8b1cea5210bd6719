def reserve(hour, slots=None):
    if slots is None:
        slots = []
    return sorted(slots.append(hour))


print(reserve(9))
print(reserve(9, [11]))
