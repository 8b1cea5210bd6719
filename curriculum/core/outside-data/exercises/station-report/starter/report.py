import station

print("Nothing to report yet.")
