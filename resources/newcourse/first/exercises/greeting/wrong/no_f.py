guest = "Ada"
print("Welcome, {guest}.")
