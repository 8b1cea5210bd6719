# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves an exercise: its starter fails, its solution passes, each wrong answer gets its feedback."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from .exercise import ExerciseError, load_exercise

KINDS = ("write", "fix", "predict", "recall", "rewrite", "test", "review", "explain", "project")
SECONDS = 20  # for one run of all checks


def prove(folder):
    """What is wrong with the exercise in `folder`: a list of sentences, empty when it is proven."""
    try:
        exercise = load_exercise(folder)
    except ExerciseError as error:
        return [str(error)]
    problems = _form(exercise)
    if not problems:
        problems = _behaviour(exercise)
    return [f"{exercise.folder}: {problem}" for problem in problems]


def _form(exercise):
    table = exercise.table
    problems = [
        f"exercise.toml: {key} is missing or empty"
        for key, kind in (("title", str), ("kind", str), ("minutes", int), ("concepts", list))
        if not isinstance(table.get(key), kind) or not table[key]
    ]
    if table.get("kind") not in KINDS:
        problems.append(f"exercise.toml: kind must be one of {', '.join(KINDS)}")
    hints = table.get("hints")
    if not isinstance(hints, list) or len(hints) != 3 or not all(isinstance(hint, str) and hint for hint in hints):
        problems.append("exercise.toml: hints must be three texts, from nudge to near-answer")
    if not isinstance(table.get("prerequisites"), list):
        problems.append("exercise.toml: prerequisites is missing (an empty list is fine)")
    if len(exercise.wrong) < 2:
        problems.append("exercise.toml: at least two [[wrong]] answers are needed")
    task = exercise.folder / "task.md"
    if not task.is_file() or "```" not in task.read_text(encoding="utf-8"):
        problems.append("task.md is missing or has no worked example in a code block")
    for part in ("starter", "solution"):
        problems += [
            f"{part}/{name} is missing" for name in exercise.files if not (exercise.folder / part / name).is_file()
        ]
    return problems


def _behaviour(exercise):
    problems = []
    solution = _run(exercise, exercise.folder / "solution")
    if not solution["passed"]:
        problems.append(f"the solution does not pass: {_why(solution)}")
    starter = _run(exercise, exercise.folder / "starter")
    if starter["passed"]:
        problems.append("the starter passes already")
    if not any(outcome["status"] in ("failed", "error") for outcome in starter["outcomes"]):
        problems.append(f"the starter fails no check: {_why(starter)}")
    for result in (solution, starter):
        problems += [o["message"] for o in result["outcomes"] if o["id"] == "exercise"]
    for wrong in exercise.wrong:
        name = wrong.path.relative_to(exercise.folder)
        result = _run_wrong(exercise, wrong.path)
        if result["passed"]:
            problems.append(f"{name} passes the checks")
        elif result["feedback"] != wrong.feedback:
            problems.append(f"{name} gets {result['feedback']!r} instead of its own feedback")
        # Written a little differently, it still has to be told from the other wrong answers.
        if wrong.match != "code":
            varied = _run_wrong(exercise, wrong.path, "skillet_variation = None\n")
            if varied["feedback"] != wrong.feedback:
                problems.append(f"{name} in other words gets {varied['feedback']!r}: it behaves like another wrong answer")
    return problems


def _run_wrong(exercise, path, addition=""):
    with tempfile.TemporaryDirectory(prefix="skillet-prove-") as folder:
        shutil.copytree(exercise.folder / "solution", folder, dirs_exist_ok=True)
        text = path.read_text(encoding="utf-8")
        (Path(folder) / exercise.files[0]).write_text(text + addition, encoding="utf-8")
        return _run(exercise, folder)


def _run(exercise, folder):
    """The checks in a process of their own, as the workbench runs them."""
    package = Path(__file__).parent
    command = [sys.executable, "-m", package.name, "--json", str(exercise.folder), str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(package.parent), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(
            command, env=environment, cwd="/", capture_output=True, timeout=SECONDS, stdin=subprocess.DEVNULL
        )
        return json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        return _no_result(f"ran longer than {SECONDS} seconds")
    except ValueError:
        return _no_result(f"gave no result: {done.stderr.decode('utf-8', 'replace')[-500:]}")


def _no_result(why):
    return {"passed": False, "feedback": "", "outcomes": [], "why": why}


def _why(result):
    told = [f"{o['title']}: {o['message']}" for o in result["outcomes"] if o["status"] != "passed"]
    return "; ".join(told) or result.get("why", "no outcome")
