def book(title, start, minutes=30, room="online", private=False):
    shown = "busy" if private else title
    return f"{start} {shown} ({minutes} min, {room})"


print(book("stand-up", "9:00", 30, "online", False))
print(book("review", "14:00", 60, "B2", False))
print(book("interview", "16:00", 30, "online", True))
