message = "  room 3 is warm "

message = message.strip().title()
print("ALARM:", message)
