sawing = "95"
gluing = "60"
paint = "90"

print(sawing + gluing + paint)
