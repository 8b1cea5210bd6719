departures = [340, None, 365, 410, 395, 420]
catchable = 0
for minute in departures:
    if minute is None:
        continue
    late = minute > 400
    if late:
        break
    catchable += 1
else:
    print("All of them are early enough.")
print(catchable)
