def postage(weight, express):
    price = 2.0
    if weight > 500:
        price = 3.5
    if weight > 2000:
        price = 6.0
    if express:
        price += 3
    return price


print(postage(501, True))
