hour = 21
heating = False
if 6 <= hour < 22:
    heating = True
print(f"hour {hour}: {heating}")
