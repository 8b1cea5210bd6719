from pathlib import Path

guests = Path("guests.txt").read_text(encoding="utf-8").splitlines()
print(len(guests), "guests")
