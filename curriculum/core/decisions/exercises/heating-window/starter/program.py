hour = 21
heating = False
if hour >= 6:
    if hour < 22:
        heating = True
    else:
        heating = False
print(f"hour {hour}: {heating}")
