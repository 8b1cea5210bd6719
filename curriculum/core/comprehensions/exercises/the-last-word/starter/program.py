readings = [("north", 12.5), ("south", 9.0), ("north", 14.0), ("east", -2.0)]
latest = {station: value for station, value in readings if value >= 0}
kinds = {"frost" if value < 0 else "mild" for station, value in readings}
print(latest["east"])
