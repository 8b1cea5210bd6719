day = "sun"
if day == "sat" or day == "sun":
    hours = "9-14"
elif day == "mon":
    hours = "closed"
elif day == "fri":
    hours = "8-20"
else:
    hours = "8-18"
print(f"{day}: {hours}")
