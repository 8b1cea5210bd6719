first = 370
last = 445
step = 25
for minute in range(first, last + 1, step):
    print(f"{minute // 60}:{minute % 60:02}")
