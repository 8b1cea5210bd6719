delays = [0, 31, 5, None, 12]
late = 0
cancelled = 0
longest = 0
for delay in delays:
    if delay is None:
        cancelled += 1
    elif delay >= 5:
        late += 1
        if delay > longest:
            longest = delay
print(f"late: {late}")
print(f"cancelled: {cancelled}")
print(f"longest: {longest} min")
