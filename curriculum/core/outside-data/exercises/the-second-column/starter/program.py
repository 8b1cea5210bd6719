import csv
from io import StringIO

file = StringIO("day,visits\nmon,12\ntue,\nwed,30\n")
total = 0
days = 0
for row in csv.DictReader(file):
    if not row["visits"]:
        continue
    total += int(row["visits"])
    days += 1
print(f"{total / days:.1f} visits a day")
