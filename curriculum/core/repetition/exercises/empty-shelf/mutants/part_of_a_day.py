def days_left(stock, daily):
    days = 0
    while stock > 0:
        stock -= daily
        days += 1
    return days
