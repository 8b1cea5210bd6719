# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds the known wrong answer that a submission equals, and with it the author's words for it."""

import ast
import contextlib
import re
import shutil
import tempfile
import time
from pathlib import Path

from .outcome import CAUSE, CHECK, FLAW

PATIENCE = 4  # seconds for all known wrong answers together


def recognise(exercise, paths, report, judge, signature=None):
    """The author's feedback when the submission is, or does the same as, a known wrong answer; else ''.

    Same code: equal syntax trees of the file that the wrong answer takes the place of, so spacing and comments do not
    count. Same behaviour: the checks ended in the same way, with the same call, values and words. Same statuses: the
    same checks passed and failed, whatever the values. An untouched starter gets no feedback.
    `judge(paths, folders)` makes a report of other files, or is None when only code is compared.
    """
    signature = signature or same_outcomes
    codes = {name: code_of(path) for name, path in paths.items()}
    starters = {name: code_of(exercise.folder / "starter" / name) for name in paths}
    touched = [wrong for wrong in exercise.wrong if codes.get(wrong.replaces) not in (None, starters[wrong.replaces])]
    for wrong in touched:
        if code_of(wrong.path) == codes[wrong.replaces]:
            return wrong.feedback
    if judge is None or any(code is None for code in codes.values()):
        return ""
    begun = time.monotonic()
    for wrong in sorted(touched, key=lambda wrong: wrong.match == "statuses"):  # the exact ones first
        if time.monotonic() - begun > PATIENCE:
            return ""  # the verdict is worth more than the words, and the learner waits for it
        if wrong.match != "code":
            with laid_out(exercise, wrong) as (others, folders):
                judged = judge(others, folders)
            if signature(judged, wrong) == signature(report, wrong):
                return wrong.feedback
    return ""


@contextlib.contextmanager
def laid_out(exercise, wrong):
    """Copies of the solution's files with the wrong answer in its place: their paths, and the folders to import from.

    Copies, because what runs them cannot read the exercise, and because files that import each other must find the
    wrong one under its right name.
    """
    solution = exercise.folder / "solution"
    others = {name: solution / name for name in exercise.files if name != wrong.replaces}
    with tempfile.TemporaryDirectory(prefix="skillet-wrong-") as folder:
        folder = Path(folder)
        for name, path in others.items():
            shutil.copyfile(path, folder / name)
        shutil.copyfile(wrong.path, folder / wrong.replaces)
        yield {name: folder / name for name in exercise.files}, [folder]


def code_of(path):
    """The syntax tree as text; of what Python cannot read the lines that hold something; None without a file."""
    try:
        source = path.read_bytes()
    except OSError:
        return None
    try:
        return ast.dump(ast.parse(source))
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return [line.rstrip() for line in source.splitlines() if line.strip()]


def same_outcomes(report, wrong):
    """What two reports have in common when their files do the same."""
    outcomes = [
        outcome
        for outcome in report.outcomes
        if outcome.part not in (CAUSE, FLAW) and (not wrong.checks or outcome.id in wrong.checks)
    ]
    if wrong.match == "statuses":
        return [(o.id, o.status) for o in outcomes]
    return [(o.id, o.status, *(_told(o) if o.part == CHECK else ())) for o in outcomes]


def _told(outcome):
    return (re.sub(r"line \d+", "line", outcome.message), outcome.call, outcome.expected, outcome.actual)
