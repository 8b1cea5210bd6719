hours_needed = 240
hours_per_week = 6
print(f"Hours: {hours_needed}")
