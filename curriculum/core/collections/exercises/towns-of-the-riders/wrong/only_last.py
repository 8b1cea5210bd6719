def by_town(riders):
    """The names of the riders of each town."""
    towns = {}
    for rider in riders:
        town = rider.get("town") or "unknown"
        towns[town] = [rider["name"]]
    return towns
