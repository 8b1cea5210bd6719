def by_town(riders):
    """The names of the riders of each town."""
    towns = {}
    for rider in riders:
        town = rider.get("town") or "unknown"
        if town not in towns:
            towns[town] = []
        towns[town].append(rider["name"])
    return towns
