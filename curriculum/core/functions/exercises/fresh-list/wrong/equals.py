def reserve(hour, slots=None):
    if slots == None:
        slots = []
    slots.append(hour)
    return sorted(slots)


print(reserve(9))
print(reserve(9, [11]))
