from pathlib import Path

lines = Path("night.txt").read_text(encoding="utf-8").splitlines()
temperatures = [float(line.split()[1]) for line in lines if line.strip()]
print(len(lines), "readings")
print("coldest:", min(temperatures))
