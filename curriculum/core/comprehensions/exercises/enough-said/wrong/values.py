readings = [3.5, 4.0, 7.5, 4.5]
limit = 6.0
alarm = any(value for value in readings if value > limit)
print(f"Alarm: {alarm}")
