def days_left(stock, daily):
    if stock == 0:
        return 1
    days = 0
    while stock >= daily:
        stock -= daily
        days += 1
    return days
