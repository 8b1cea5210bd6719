is_member = False
note = "seat near the door"
if is_member:
    price = 8
else:
    price = 10
print(f"Ticket: {price} EUR")
if note:
    print(f"Note: {note}")
if not is_member:
    print("Join us and pay less.")
