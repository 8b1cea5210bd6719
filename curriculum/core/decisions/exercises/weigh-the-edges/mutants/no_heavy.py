def postage(grams):
    if grams <= 500:
        return 2.9
    else:
        return 4.8
