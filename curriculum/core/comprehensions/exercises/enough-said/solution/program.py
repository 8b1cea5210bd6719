readings = [3.5, 4.0, 7.5, 4.5]
limit = 6.0
alarm = any(value > limit for value in readings)
print(f"Alarm: {alarm}")
