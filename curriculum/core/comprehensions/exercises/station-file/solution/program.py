lines = ["pier,12.0", "dam,9.0", "mill,", "pier,14.0", "dam,11.0", "pier,"]
rows = [line.split(",") for line in lines]
valid = [(name, float(text)) for name, text in rows if text != ""]
mean = {}
for station in sorted({name for name, degrees in valid}):
    values = [degrees for name, degrees in valid if name == station]
    mean[station] = sum(values) / len(values)
for station, value in mean.items():
    print(f"{station} {value:.1f}")
