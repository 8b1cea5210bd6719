def is_free(country, member, total):
    # Free: within Ireland, for members and for orders of 50 EUR and more.
    # All others pay.
    return country == "IE" and (member or total >= 50)


def delivery(country, member, total):
    # What the delivery costs, in EUR.
    if is_free(country, member, total):
        return 0.0
    return 4.9
