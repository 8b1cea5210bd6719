hours_needed = 240
hours_per_week = 6
weeks = hours_needed / hours_per_week
print(f"Hours: {hours_needed}")
print(f"Weeks: {weeks}")
print(f"Months: {weeks / 4.35}")
