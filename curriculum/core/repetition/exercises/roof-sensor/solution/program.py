answers = [None, None, 18.5, 19.0]
limit = 3
for attempt in range(limit):
    reading = answers[attempt]
    if reading is not None:
        print(f"{reading} degrees after {attempt + 1} attempts")
        break
else:
    print(f"Given up after {limit} attempts")
