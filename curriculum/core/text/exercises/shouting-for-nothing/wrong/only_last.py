message = "  room 3 is warm "

message.strip()
message = message.upper()
print("ALARM:", message)
