# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the learner's own tests: functions test_... with plain asserts, against a version of the code that they test."""

import inspect
from dataclasses import dataclass

from .attempt import Attempt, CannotRun, running
from .checking import refuse_unreadable
from .outcome import Outcome, Report
from .player import PlayerGone
from .words import describe, explain_stop, without_our_frames

_NO_ERRORS = ("CheckFailed", "Overdue", "TooMuchOutput")  # of the learner's
SECONDS = 1  # for one test; a faulty version may never come to an end


@dataclass
class TestEnd:
    """How one test ended."""

    name: str
    title: str
    passed: bool
    message: str = ""
    expected: str = ""
    actual: str = ""
    line: int = 0  # of the file with the test, where it failed


class TestRun:
    """All tests in the files `tests`, a dict of names and paths, run against `modules`, another one of those.

    `ends` has a TestEnd for each; `refused` is an Outcome when the files could not be run at all.
    """

    def __init__(self, exercise, tests, modules):
        self.ends = []
        self.refused = None
        self.exception = None
        self.output = ""
        attempt = Attempt(exercise, tests, [], beside=modules)
        with running(attempt):
            report = Report()
            if refuse_unreadable(attempt, report):
                self.refused, self.exception = report.outcomes[0], report.exception
                return
            folder = attempt.scratch()
            if any(not (folder / name).is_file() for name in modules):
                raise CannotRun("there is no folder to write in, such as /tmp")
            attempt.import_folders = [str(folder)]
            for path in (path for name, path in tests.items() if name.endswith(".py")):
                self._run_file(path, attempt)
            self.output = attempt.output

    @property
    def passed(self):
        return bool(self.ends) and all(end.passed for end in self.ends)

    def failing(self):
        return [end for end in self.ends if not end.passed]

    def _run_file(self, path, attempt):
        attempt.call = f"import {path.stem}"
        try:
            player = attempt.player()
            module = player.module(path, seconds=SECONDS, rewrite=True)
        except PlayerGone as gone:
            self._refuse(str(gone), attempt)
            return
        if module["raised"] is not None:
            self._refuse(_why(module["raised"], attempt, path, "The file with your tests"), attempt)
            self._keep(module["raised"], attempt)
            return
        for name, called, words in module["own"]:
            if name.startswith("test_"):
                self._run_test(TestEnd(name, _title(called, words), False), module["module"], attempt, path)
        attempt.keep_output(module["output"])

    def _run_test(self, end, module, attempt, path):
        self.ends.append(end)
        try:
            player = attempt.player()
            player.call_name(module, end.name, (), {}, seconds=SECONDS)
            end.passed = True
        except PlayerGone as gone:
            end.message = str(gone)
            attempt.forget_player()
        except (KeyboardInterrupt, CannotRun):
            raise
        except BaseException as exception:  # of whatever kind: it is the test's end
            self._describe(end, exception, attempt, path)
        finally:
            attempt.keep_output(player.output)

    def _refuse(self, message, attempt):
        self.refused = self.refused or Outcome("loaded", "Your tests can be loaded", "error", message)
        attempt.forget_player()

    def _describe(self, end, exception, attempt, path):
        end.line = _line_in(exception, path)
        where = f"Line {end.line}: " if end.line else ""
        told = exception.skillet_told
        if told is not None:  # one of our rewritten asserts
            end.message = where + told["message"]
            end.expected, end.actual = told["expected"], told["actual"]
        elif type(exception).__name__ == "AssertionError":  # raised by hand, in a test with try and else
            end.message = where + (str(exception) or "the test raised AssertionError.")
        else:
            end.message = _why(exception, attempt, path, end.name)
            self._keep(exception, attempt)

    def _keep(self, exception, attempt):
        if self.exception is None and type(exception).__name__ not in _NO_ERRORS:
            self.exception = without_our_frames(exception, attempt)


def _why(exception, attempt, path, subject):
    kind = type(exception).__name__
    if kind == "Overdue":
        return f"{subject} was still running after {SECONDS:g} seconds, and was stopped. Does a loop never end?"
    if kind == "TooMuchOutput":
        return f"{subject} printed without end, and was stopped."
    if exception.skillet_told is not None:
        line, words = _line_in(exception, path), exception.skillet_told["message"]
        return f"{subject} stopped in line {line}: {words}" if line else f"{subject}: {words}"
    if kind == "ModuleNotFoundError":
        return f"{subject} stopped with {describe(exception)}. Import by the file's name, without .py."
    return explain_stop(exception, attempt, subject=subject)


def _line_in(exception, path):
    return next((line for file, line in reversed(exception.skillet_lines) if file == str(path)), 0)


def _title(name, words):
    text = inspect.cleandoc(words) or name.removeprefix("test_").replace("_", " ").capitalize()
    return text.splitlines()[0].strip()


def is_test_file(name):
    return name.startswith("test_") and name.endswith(".py")
