# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line for authors.

python3 -m skillet_check EXERCISE_FOLDER                      proves the exercise itself
python3 -m skillet_check EXERCISE_FOLDER SUBMISSION_FOLDER    runs its checks on the files in a folder
"""

import argparse
import json
import sys
import traceback

from .grading import run_exercise
from .prove import prove
from .words import describe

SIGNS = {"passed": "ok  ", "failed": "FAIL", "error": "STOP", "not_run": "--  "}


def main(arguments=None):
    parser = argparse.ArgumentParser(prog="python3 -m skillet_check", description="Runs or proves an exercise.")
    parser.add_argument("exercise", help="folder with exercise.toml and checks.py")
    parser.add_argument("submission", nargs="?", help="folder with the files to check; without it: prove the exercise")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")
    options = parser.parse_args(arguments)
    if options.submission is None:
        return _prove(options)
    return _check(options)


def _prove(options):
    problems = prove(options.exercise)
    if options.json:
        print(json.dumps({"problems": problems}, ensure_ascii=False, indent=2))
    elif problems:
        print("\n".join(problems))
    else:
        print(f"{options.exercise}: proven")
    return 1 if problems else 0


def _check(options):
    result = run_exercise(options.exercise, options.submission)
    exception = result["exception"]
    if options.json:
        result["exception"] = None if exception is None else describe(exception)
        print(json.dumps(result, ensure_ascii=True, indent=2))
        return 0 if result["passed"] else 1
    for outcome in result["outcomes"]:
        print(f"{SIGNS[outcome['status']]} {outcome['title']}")
        for key in ("message", "call", "expected", "actual"):
            if outcome[key]:
                print(f"       {key}: " + outcome[key].replace("\n", "\n            "))
    if exception is not None:
        text = getattr(exception, "skillet_text", "")
        print(text or "".join(traceback.format_exception(exception)), end="")
    if result["feedback"]:
        print(f"feedback: {result['feedback']}")
    print("passed" if result["passed"] else "not passed")
    return 0 if result["passed"] else 1


if __name__ == "__main__":
    sys.exit(main())
