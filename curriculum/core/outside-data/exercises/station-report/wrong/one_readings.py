from pathlib import Path

from station import group, parse, read_lines, summarise

readings = [reading for reading in map(parse, read_lines("station.log")) if reading is not None]
lines = []
for name, values in sorted(group(readings).items()):
    summary = summarise(values)
    word = "readings"
    lines.append(
        f"{name}: {summary['count']} {word}, {summary['lowest']} to {summary['highest']}, mean {summary['mean']}\n"
    )
Path("report.txt").write_text("".join(lines), encoding="utf-8")
