lines = ["pier,12.0", "dam,9.0", "mill,", "pier,14.0", "dam,11.0", "pier,"]
rows = [line.split(",") for line in lines]
valid = {name: float(text) for name, text in rows if text != ""}
mean = {name: valid[name] for name in sorted(valid)}
for station, value in mean.items():
    print(f"{station} {value:.1f}")
