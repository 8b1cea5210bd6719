code = "BIKE-2026-07"

print(code[0:4])
