from pathlib import Path

Path("guests.txt").write_text("", encoding="utf-8")
guests = Path("guests.txt").read_text(encoding="utf-8").splitlines()
print(len(guests), "guests")
