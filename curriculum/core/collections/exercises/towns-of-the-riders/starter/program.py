def by_town(riders):
    """The names of the riders of each town."""
    towns = {}
    for rider in riders:
        towns[rider["town"]] = [rider["name"]]
    return towns
