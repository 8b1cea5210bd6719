# SPDX-License-Identifier: GPL-3.0-or-later
"""recall: a snippet is typed from memory, and compared with the original as a syntax tree."""

import ast

from ..attempt import Attempt, running
from ..checking import refuse_unreadable, run_checks
from ..outcome import ERROR, FAILED, NOT_RUN, PASSED, TREE, Outcome, Report
from ..program import run_program
from ..recognising import recognise
from ..treedifference import difference
from ..words import explain_stop, without_our_frames
from .kind import Kind

_LINES = (3, 15)


class Recall(Kind):
    folders = ("solution",)
    needs_checks = False

    def judge(self, exercise, paths, folders):
        report = Report()
        same = Outcome("same", "It is the snippet", part=TREE)
        attempt = Attempt(exercise, paths, folders)
        with running(attempt):
            if refuse_unreadable(attempt, report):
                report.outcomes.append(same)
                return report
            _compare(exercise, paths, same)
            runs = [] if exercise.checks.is_file() else [_run(exercise, attempt, report, same)]
            report.output = attempt.output
        if exercise.checks.is_file():
            checked = run_checks(exercise, paths, folders)
            report.output, report.exception, runs = checked.output, checked.exception, checked.outcomes
        report.outcomes = [same, *runs]
        return report

    def recognise(self, exercise, paths, report):
        return recognise(exercise, paths, report, None)  # as code only: what it does is not the question

    def form(self, exercise):
        name = exercise.files[0]
        path = exercise.folder / "solution" / name
        if not path.is_file():
            return []
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        if not _LINES[0] <= len(lines) <= _LINES[1]:
            return [(f"solution/{name}", (), f"has {len(lines)} lines; a snippet to remember has three to fifteen")]
        return []


def _compare(exercise, paths, outcome):
    for name, path in paths.items():
        original = (exercise.folder / "solution" / name).read_bytes()
        found = difference(path.read_bytes(), original)
        if found is not None:
            outcome.status = FAILED
            outcome.message, outcome.line = found.message, found.line
            outcome.expected, outcome.actual = found.wanted, found.got
            return
    outcome.status = PASSED


def _run(exercise, attempt, report, same):
    outcome = Outcome("runs", "It runs to its end")
    if same.status != PASSED:
        outcome.status, outcome.message = NOT_RUN, f"Waits for: {same.title}"
        return outcome
    stdin = exercise.table.get("stdin", "")
    run = run_program(stdin, may_fail=True)
    outcome.call = attempt.call
    if run.exception is None:
        outcome.status = PASSED
        return outcome
    outcome.status = ERROR
    outcome.message = explain_stop(run.exception, attempt, lines_given=len(stdin.splitlines()))
    report.exception = without_our_frames(run.exception, attempt)
    return outcome
