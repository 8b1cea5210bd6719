def is_free(country, member, total):
    return country == "IE" and member and total >= 50


def delivery(country, member, total):
    if is_free(country, member, total):
        return 0.0
    return 4.9
