sawing = "95"
gluing = "60"
paint = "90"

minutes = int(sawing) + int(gluing) + int(paint)
print(f"{minutes // 60}:{minutes % 60:02} hours")
