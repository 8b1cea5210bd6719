code = "BIKE-2026-07"

sort, year, month = code.split("-")
print(f"{sort}, made in {month}/{year}")
