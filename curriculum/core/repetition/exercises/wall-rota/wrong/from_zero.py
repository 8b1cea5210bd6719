days = ["Mon", "Tue", "Wed"]
cooks = ["Ada", "", "Cleo"]
for number, (day, cook) in enumerate(zip(days, cooks)):
    print(f"{number}. {day}: {cook or 'to be found'}")
