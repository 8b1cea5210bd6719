def read_price(tag):
    return float(tag.strip("EUR "))


def total(tags):
    result = 0
    for tag in tags:
        result += read_price(tag)
    return result


print(total(["EUR 4.50", "EUR 2,80"]))
