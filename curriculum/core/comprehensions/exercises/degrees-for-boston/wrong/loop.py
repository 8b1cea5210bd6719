celsius = [20.0, 22.4, 26.1]
labels = []
for degrees in celsius:
    labels.append(f"{degrees * 1.8 + 32:.0f} F")
print(labels)
