def postage(grams):
    if grams < 500:
        return 2.9
    elif grams <= 2000:
        return 4.8
    else:
        return 9.5
