guest = "Ada"
print("Welcome, Ada.")
