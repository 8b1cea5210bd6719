def first_from(hour, free):
    for slot in free:
        if slot >= hour:
            return slot
    # nothing was late enough
    print("no slot")


first = first_from(10, [9, 10, 14])
second = first_from(16, [9, 10, 14])
