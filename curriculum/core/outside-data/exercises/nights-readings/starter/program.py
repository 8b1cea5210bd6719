from pathlib import Path

text = Path("night.txt").read_text(encoding="utf-8")
print(text)
