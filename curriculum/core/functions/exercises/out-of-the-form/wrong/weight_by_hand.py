def quote(weight, country="DE", express=False):
    price = weight * 1.2 if country == "DE" else weight * 3.2
    return round(price + (6 if express else 0), 2)


forms = [{"weight": 3}, {"weight": 2, "country": "FR", "express": True}, {"country": "AT", "weight": 2}]
quotes = [quote(form["weight"], **form) for form in forms]
print(", ".join(str(price) for price in quotes))
