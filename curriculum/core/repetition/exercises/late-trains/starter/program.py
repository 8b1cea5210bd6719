delays = [0, 31, 5, None, 12]
late = 0
cancelled = 0
longest = 0

print(f"late: {late}")
print(f"cancelled: {cancelled}")
print(f"longest: {longest} min")
