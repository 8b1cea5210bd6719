is_member = False
note = "seat near the door"
if is_member == True:
    price = 8
else:
    price = 10
print(f"Ticket: {price} EUR")
if len(note) > 0:
    print(f"Note: {note}")
if is_member == False:
    print("Join us and pay less.")
