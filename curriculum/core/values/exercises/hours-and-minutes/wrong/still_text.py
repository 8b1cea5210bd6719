typed = "135"
minutes = typed
hours = minutes // 60
rest = minutes % 60
print(f"{hours}:{rest:02}")
