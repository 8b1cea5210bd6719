# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves an exercise: its starter fails, its solution passes, each wrong answer gets its feedback."""

import contextlib
import json
import os
import select
import shutil
import signal
import tempfile
import time
from pathlib import Path

from .exercise import ExerciseError, load_exercise
from .grading import run_exercise

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
                taken = varied["feedback"]
                problems.append(f"{name} in other words gets {taken!r}: it behaves like another wrong answer")
    return problems


def _run_wrong(exercise, path, addition=""):
    with tempfile.TemporaryDirectory(prefix="skillet-prove-") as folder:
        shutil.copytree(exercise.folder / "solution", folder, dirs_exist_ok=True)
        text = path.read_text(encoding="utf-8")
        (Path(folder) / exercise.files[0]).write_text(text + addition, encoding="utf-8")
        return _run(exercise, folder)


def _run(exercise, folder):
    """The checks in a process of their own, as the workbench runs them; forked, since that is quickest."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _answer(exercise, folder, writing)
    os.close(writing)
    try:
        answer = _read_all(reading, time.monotonic() + SECONDS)
    finally:
        os.close(reading)
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
    if answer is None:
        return _no_result(f"ran longer than {SECONDS} seconds")
    try:
        return json.loads(answer)
    except ValueError:
        return _no_result(f"ended without a result, with status {status}")


def _answer(exercise, folder, writing):
    """In the child: sends the result as JSON and ends, whatever the judged code has done to this process."""
    leave, write = os._exit, os.write
    try:
        nowhere = os.open(os.devnull, os.O_RDWR)
        for descriptor in (0, 1, 2):
            os.dup2(nowhere, descriptor)
        result = run_exercise(exercise.folder, folder)
        result["exception"] = None
        answer = json.dumps(result).encode()
        while answer:
            answer = answer[write(writing, answer) :]
    finally:
        leave(0)


def _read_all(descriptor, deadline):
    """All bytes until the other end is closed; None when that takes too long."""
    parts = []
    while True:
        ready, _, _ = select.select([descriptor], [], [], max(0, deadline - time.monotonic()))
        if not ready:
            return None
        part = os.read(descriptor, 65536)
        if not part:
            return b"".join(parts)
        parts.append(part)


def _no_result(why):
    return {"passed": False, "feedback": "", "outcomes": [], "why": why}


def _why(result):
    told = [f"{o['title']}: {o['message']}" for o in result["outcomes"] if o["status"] != "passed"]
    return "; ".join(told) or result.get("why", "no outcome")
