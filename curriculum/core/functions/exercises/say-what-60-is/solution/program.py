def book(title, start, minutes=30, room="online", private=False):
    shown = "busy" if private else title
    return f"{start} {shown} ({minutes} min, {room})"


print(book("stand-up", "9:00"))
print(book("review", "14:00", minutes=60, room="B2"))
print(book("interview", "16:00", private=True))
