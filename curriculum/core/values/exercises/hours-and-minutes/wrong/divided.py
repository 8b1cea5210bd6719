typed = "135"
minutes = int(typed)
hours = minutes / 60
rest = minutes % 60
print(f"{hours}:{rest:02}")
