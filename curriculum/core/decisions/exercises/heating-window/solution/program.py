hour = 21
heating = 6 <= hour < 22
print(f"hour {hour}: {heating}")
