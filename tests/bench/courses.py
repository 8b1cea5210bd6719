# SPDX-License-Identifier: GPL-3.0-or-later
"""What the course costs: a check, beside pytest on the same program; loading; proving all of it."""

import os
import shutil
import statistics
import subprocess
import tempfile
import time

from report import Aim
from sessions import PYTHON, figures

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
EXERCISE = os.path.join(ROOT, "curriculum/core/workbench/exercises/receipt")
PROVING_LIMIT = 300  # seconds, on two processors

# What the exercise's checks.py asks, as one would write it for pytest alone.
PYTEST_FILE = '''
import pathlib, subprocess, sys

def run(**change):
    source = pathlib.Path("program.py").read_text().splitlines()
    names = {name: f"{name} = {value!r}" for name, value in change.items()}
    lines = [names.get(line.split(" = ")[0], line) for line in source]
    return subprocess.run([sys.executable, "-c", "\\n".join(lines)], capture_output=True, text=True).stdout.splitlines()

def test_order():
    assert run()[0] == "3 x soup"

def test_amount():
    assert run() == ["3 x soup", "To pay: 13.05 EUR"]

def test_other_order():
    assert run(item="tea", count=2, price=1.5) == ["2 x tea", "To pay: 3.00 EUR"]
'''


def pytest_time(rounds=7):
    """Milliseconds of `python3 -m pytest` for the same questions about the same program; None without pytest."""
    times = []
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(os.path.join(EXERCISE, "solution/program.py"), folder)
        with open(os.path.join(folder, "test_program.py"), "w", encoding="utf-8") as file:
            file.write(PYTEST_FILE)
        for _ in range(rounds):
            began = time.perf_counter()
            result = subprocess.run([PYTHON, "-m", "pytest", "-q", "-p", "no:cacheprovider"], cwd=folder,
                                    capture_output=True, text=True, check=False)
            times.append((time.perf_counter() - began) * 1000)
            if "No module named pytest" in result.stderr:
                return None
            if result.returncode != 0:
                raise RuntimeError(result.stdout + result.stderr)
    return statistics.median(times)


def bench(options, report):
    report.head("The course")
    ours = figures(options, "course", report)
    if ours:
        report.row("a check of a typical exercise", ours["check"], aims=[Aim(150), Aim(0.5, "pytest")],
                   pytest=pytest_time())
        report.row("a course of 1,000 exercises loaded, warm", ours["load"], aims=[Aim(100)])
    began = time.monotonic()
    result = subprocess.run([options.skillet, "course", "check", os.path.join(ROOT, "curriculum")],
                            capture_output=True, text=True, check=False)
    if result.returncode != 0:
        report.fail("the course is not proven:\n" + result.stdout + result.stderr)
    report.row("all of the course proven", time.monotonic() - began, unit="s", aims=[Aim(PROVING_LIMIT)])
