"""Counts the lines of text files.

Run it with the names of files: python3 count_lines.py notes.txt todo.txt
"""

import argparse
import sys
from pathlib import Path


def count_lines(path: Path) -> int:
    """Return how many lines the file has."""
    with path.open(encoding="utf-8") as file:
        return sum(1 for _ in file)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="+", type=Path, help="text files to count")
    parser.add_argument("-t", "--total", action="store_true", help="print the sum as well")
    options = parser.parse_args(arguments)

    total = 0
    for path in options.files:
        try:
            lines = count_lines(path)
        except OSError as error:
            print(f"{path}: {error.strerror}", file=sys.stderr)
            return 1
        print(f"{lines:6} {path}")
        total += lines
    if options.total:
        print(f"{total:6} total")
    return 0


if __name__ == "__main__":
    sys.exit(main())
