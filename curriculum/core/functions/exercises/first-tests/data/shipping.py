def delivery_fee(order, distance):
    if order == 0 or order >= 50:
        return 0.0
    if distance > 10:
        return 5.5
    return 3.5
