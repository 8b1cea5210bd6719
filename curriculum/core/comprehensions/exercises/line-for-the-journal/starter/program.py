readings = {
    "pier": [12.5, None, 14.0],
    "mill": [None, None],
    "dam": [9.5, 0.0, None],
}
summary = {
    station: max(value for value in values if value is not None)
    for station, values in readings.items()
    if any(value is not None for value in values)
}
for station in sorted(summary):
    print(station, summary[station])
