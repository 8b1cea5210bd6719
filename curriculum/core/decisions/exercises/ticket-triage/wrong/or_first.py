number = 512
down = True
hour = 14
waiting_days = 0
if down or 8 <= hour < 20:
    way = "now"
elif down or waiting_days > 3:
    way = "today"
else:
    way = "this week"
print(f"#{number}: {way}")
