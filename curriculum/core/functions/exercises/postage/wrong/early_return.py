def postage(weight, express):
    if weight <= 500:
        return 2.0
    if weight <= 2000:
        return 3.5
    return 6.0
    if express:
        return 3.0


print(postage(501, True))
