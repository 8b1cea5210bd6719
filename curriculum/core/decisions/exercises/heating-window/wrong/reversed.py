hour = 21
heating = 22 <= hour < 6
print(f"hour {hour}: {heating}")
