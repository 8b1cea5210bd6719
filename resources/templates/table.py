"""Reads a table from a CSV file and adds up one of its columns."""

import csv
from collections import defaultdict
from pathlib import Path

EXAMPLE = """\
day,product,amount
Monday,tea,12
Monday,cake,5
Tuesday,tea,9
"""


def sums(path: Path, group: str, column: str) -> dict[str, float]:
    """Return the sum of `column` for each value of `group`."""
    result: dict[str, float] = defaultdict(float)
    with path.open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            result[row[group]] += float(row[column])
    return dict(result)


if __name__ == "__main__":
    table = Path("sales.csv")
    if not table.exists():
        table.write_text(EXAMPLE, encoding="utf-8")
        print(f"Wrote an example to {table.resolve()}")
    for name, amount in sums(table, "product", "amount").items():
        print(f"{name:10} {amount:8.1f}")
