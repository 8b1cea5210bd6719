from pathlib import Path

temperatures = []
for line in Path("night.txt").read_text(encoding="utf-8").splitlines():
    if line.strip():
        temperatures.append(float(line.split()[1]))
print(len(temperatures), "readings")
print("coldest:", min(temperatures))
