message = "  room 3 is warm "

message.strip()
message.upper()
print("ALARM:", message)
