lines = ["pier,12.0", "dam,9.0", "mill,", "pier,14.0", "dam,11.0", "pier,"]
mean = {}
for station, value in mean.items():
    print(f"{station} {value:.1f}")
