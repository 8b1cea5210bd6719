balance = 200
deposit = 165
goal = 900
