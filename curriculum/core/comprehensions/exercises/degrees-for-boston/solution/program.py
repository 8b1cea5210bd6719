celsius = [20.0, 22.4, 26.1]
labels = [f"{degrees * 1.8 + 32:.0f} F" for degrees in celsius]
print(labels)
