guest = "Ada"
print(f"Welcome, {guest}.")
