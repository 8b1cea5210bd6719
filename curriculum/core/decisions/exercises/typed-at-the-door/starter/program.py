degrees = input("Degrees: ")
if 2 <= degrees <= 8:
    print(f"Accepted at {degrees} degrees.")
else:
    print(f"Sent back at {degrees} degrees.")
