code = "BIKE-2026-07"

print(f"{code[0:4].capitalize()}, made in {code[10:]}/{code[5:9]}")
