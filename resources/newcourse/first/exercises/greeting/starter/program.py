guest = "Ada"
