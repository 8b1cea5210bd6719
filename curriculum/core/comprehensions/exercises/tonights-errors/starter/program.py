log = ["INFO start", "ERROR disk full", "INFO old ERROR cleared", "ERROR no route to 10.0.0.7"]
messages = []
print(f"{len(messages)} errors")
for message in messages:
    print(message)
