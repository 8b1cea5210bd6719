log = ["INFO start", "ERROR disk full", "INFO old ERROR cleared", "ERROR no route to 10.0.0.7"]
messages = [line.replace("ERROR ", "") for line in log if line.startswith("ERROR ")]
print(f"{len(messages)} errors")
for message in messages:
    print(message)
