monday = 18.5
tuesday = 24.0
wednesday = 31.0
people = 3
total = monday + tuesday + wednesday
share = total / people
print(f"In the jar: {total:.2f}")
print(f"Each gets: {share:.2f}")
