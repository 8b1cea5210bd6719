prices = [2.7, 2.2, 5.0, 3.9, 1.8]
cheap = (price for price in prices if price < 4)
found = any(price < 2.5 for price in cheap)
rest = list(cheap)
after = sum(cheap)
