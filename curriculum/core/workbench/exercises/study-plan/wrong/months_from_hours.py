hours_needed = 240
hours_per_week = 6
weeks = hours_needed / hours_per_week
print(f"Hours: {hours_needed}")
print(f"Weeks: {weeks:.0f}")
print(f"Months: {hours_needed / 4.35:.1f}")
