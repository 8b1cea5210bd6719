# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the learner's own tests: functions test_... with plain asserts, against a version of the code that they test."""

from dataclasses import dataclass

from .attempt import Attempt, CannotRun, CheckFailed, running
from .checking import refuse_unreadable, test_functions, title_of
from .comparing import compile_checks
from .deadline import Overdue
from .outcome import Outcome, Report
from .program import TooMuchOutput, run_module
from .words import describe, explain_stop, without_our_frames

SECONDS = 1.5  # for one test; a faulty version may never come to an end


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
        code, names = compile_checks(path.read_text(encoding="utf-8"), str(path))
        attempt.call = f"import {path.stem}"
        exception, ends = run_module(path, code, names, lambda module: test_functions(module, path), SECONDS)
        if exception is not None:
            message = _why(exception, attempt, path, "The file with your tests")
            self.refused = self.refused or Outcome("loaded", "Your tests can be loaded", "error", message)
            self._keep(exception, attempt)
            return
        for function, exception in ends:
            end = TestEnd(function.__name__, title_of(function), exception is None)
            if exception is not None:
                self._describe(end, exception, attempt, path)
            self.ends.append(end)

    def _describe(self, end, exception, attempt, path):
        end.line = _line_in(exception, path)
        where = f"Line {end.line}: " if end.line else ""
        if isinstance(exception, CheckFailed):
            end.message = where + exception.message
            end.expected, end.actual = exception.expected, exception.actual
            return
        if type(exception) is AssertionError:  # raised by hand, in a test with try and else
            words = str(exception)
            end.message = where + (words or "the test raised AssertionError.")
            return
        end.message = _why(exception, attempt, path, end.name)
        self._keep(exception, attempt)

    def _keep(self, exception, attempt):
        if self.exception is None and not isinstance(exception, (CheckFailed, Overdue, TooMuchOutput)):
            self.exception = without_our_frames(exception, attempt)


def _why(exception, attempt, path, subject):
    if isinstance(exception, Overdue):
        return f"{subject} was still running after {SECONDS:g} seconds, and was stopped. Does a loop never end?"
    if isinstance(exception, TooMuchOutput):
        return f"{subject} printed without end, and was stopped."
    if isinstance(exception, CheckFailed):
        line = _line_in(exception, path)
        return f"{subject} stopped in line {line}: {exception.message}" if line else f"{subject}: {exception.message}"
    if isinstance(exception, ModuleNotFoundError):
        return f"{subject} stopped with {describe(exception)}. Import by the file's name, without .py."
    return explain_stop(exception, attempt, subject=subject)


def _line_in(exception, path):
    line = 0
    entry = exception.__traceback__
    while entry is not None:
        if entry.tb_frame.f_code.co_filename == str(path):
            line = entry.tb_lineno
        entry = entry.tb_next
    return line


def is_test_file(name):
    return name.startswith("test_") and name.endswith(".py")
