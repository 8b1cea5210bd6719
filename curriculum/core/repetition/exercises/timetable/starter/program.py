first = 370
last = 445
step = 25
