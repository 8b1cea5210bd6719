message = "  room 3 is warm "

message = message.strip().upper()
print("ALARM:", message)
