def days_left(stock, daily):
    days = 0
    while stock > daily:
        stock -= daily
        days += 1
    return days
