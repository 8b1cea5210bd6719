degrees = 7.5

if degrees > 6:
    degrees = degrees - 2.5
    print("cooling hard")
elif degrees > 4:
    print("cooling")

if degrees > 6:
    print("door locked")
else:
    print("door stays open")
