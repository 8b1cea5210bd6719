def is_free(country, member, total):
    return member or country == "IE" and total >= 50


def delivery(country, member, total):
    if is_free(country, member, total):
        return 0.0
    return 4.9
