is_member = False
note = "seat near the door"
price = 8 if is_member else 10
print(f"Ticket: {price} EUR")
if note:
    print(f"Note: {note}")
if not is_member:
    print("Join us and pay less.")
