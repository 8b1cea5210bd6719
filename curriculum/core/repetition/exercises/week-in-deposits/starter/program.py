balance = 100
deposits = [12.5, 8, 20]
