celsius = [20.0, 22.4, 26.1]
labels = [round(degrees * 1.8 + 32) for degrees in celsius]
print(labels)
