celsius = [20.0, 22.4, 26.1]
labels = []
print(labels)
