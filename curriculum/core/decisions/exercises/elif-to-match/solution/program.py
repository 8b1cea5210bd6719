day = "sun"
match day:
    case "sat" | "sun":
        hours = "9-14"
    case "mon":
        hours = "closed"
    case "fri":
        hours = "8-20"
    case _:
        hours = "8-18"
print(f"{day}: {hours}")
