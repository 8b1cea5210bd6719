day = "sun"
match day:
    case "sat" | "sun":
        hours = "9-14"
    case "mon":
        hours = "closed"
    case "fri":
        hours = "8-20"
print(f"{day}: {hours}")
