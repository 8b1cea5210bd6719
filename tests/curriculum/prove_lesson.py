# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves lessons: each block of code does what the lesson says it does.

python3 prove_lesson.py LESSON.md...
"""

import sys

from skillet_check.lesson import prove


def main(paths):
    problems = [problem for path in paths for problem in prove(path)]
    print("\n".join(problems) if problems else f"{len(paths)} proven")
    return 1 if problems or not paths else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
