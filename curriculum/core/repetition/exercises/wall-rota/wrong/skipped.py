days = ["Mon", "Tue", "Wed"]
cooks = ["Ada", "", "Cleo"]
for number, (day, cook) in enumerate(zip(days, cooks), start=1):
    if cook:
        print(f"{number}. {day}: {cook}")
