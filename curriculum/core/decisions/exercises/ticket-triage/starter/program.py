number = 512
down = True
hour = 14
waiting_days = 0
