number = 512
down = True
hour = 14
waiting_days = 0
if down and 8 <= hour < 20:
    way = "now"
elif down and waiting_days > 3:
    way = "today"
else:
    way = "this week"
print(f"#{number}: {way}")
