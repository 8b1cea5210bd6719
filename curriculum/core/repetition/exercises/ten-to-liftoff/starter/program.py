called = False
total = 0
for number in range(10, 0, -3):
    last = number
for crew in range(2, 6):
    total += crew
for seconds in range(3, 3):
    called = True
