from pathlib import Path

try:
    text = Path("guests.txt").read_text(encoding="utf-8")
except Exception:
    text = ""
print(len(text.splitlines()), "guests")
