degrees = 27.5
people = 2

if degrees is None:
    print("Look at the sensor.")
elif 18 <= degrees <= 24:
    print("Nothing to do.")
elif degrees > 24 and not people:
    print("Call the guard.")
else:
    print("Leave a note.")
