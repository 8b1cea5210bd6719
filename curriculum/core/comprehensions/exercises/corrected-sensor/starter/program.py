raw = [11, 12, 10]
backup = raw
corrected = [reading - 2 for reading in raw]
raw.append(14)
