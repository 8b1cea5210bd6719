# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the checks of an exercise, its checks.py, on a set of files."""

import inspect
import sys
import types

from .attempt import Attempt, CannotRun, CheckFailed, LearnerStopped, running
from .comparing import compile_checks
from .exercise import ExerciseError
from .outcome import ERROR, FAILED, PASSED, Outcome, Report
from .player import PlayerGone
from .words import describe, explain_stop, explain_syntax_error, learner_line, without_our_frames
from .world import compile_file

SIZE_LIMIT = 1024 * 1024  # bytes of one file of the learner's


def needs(*others):
    """`@needs(test_a)`: this check is not run unless the check test_a, which stands before it, has passed."""

    def mark(function):
        function.skillet_needs = [other.__name__ for other in others]
        return function

    return mark


def run_checks(exercise, paths, import_folders):
    """A report with an outcome for each check. `paths` maps the names in exercise.toml to files."""
    attempt = Attempt(exercise, paths, import_folders)
    with running(attempt):
        checks = load_checks(exercise)
        report = Report([Outcome(check.__name__, title_of(check)) for check in checks])
        if refuse_unreadable(attempt, report):
            return report
        for check, outcome in zip(checks, report.outcomes):
            _run_check(check, outcome, attempt, report)
        report.output = attempt.output
    return report


def refuse_unreadable(attempt, report):
    """True when Python cannot read a file of the submission; the report then begins with the reason."""
    unreadable = _unreadable_file(attempt)
    if unreadable is None:
        return False
    outcome, exception = unreadable
    report.exception = exception and without_our_frames(exception, attempt)
    report.outcomes.insert(0, outcome)
    return True


def load_checks(exercise):
    """The functions of checks.py that are checks."""
    path = exercise.checks
    try:
        code, names = compile_checks(path.read_text(encoding="utf-8"), str(path))
        module = types.ModuleType("checks")
        module.__file__ = str(path)
        vars(module).update(names)
        exec(code, vars(module))
    except Exception as error:
        raise ExerciseError(f"{path}: {describe(error)}") from error
    found = test_functions(module, path) + _methods(module)
    if not found:
        raise ExerciseError(f"{path}: there is no function whose name begins with test_")
    return found


def _methods(module):
    """A check for each test of the classes that are unittest.TestCase, as functions."""
    unittest = sys.modules.get("unittest")
    if unittest is None or not hasattr(unittest, "TestCase"):
        return []  # nobody has imported it
    loader = unittest.TestLoader()
    classes = [
        value
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, unittest.TestCase) and value.__module__ == module.__name__
    ]
    return [_method(kind, name) for kind in classes for name in loader.getTestCaseNames(kind)]


def _method(kind, name):
    def check():
        kind(name).debug()  # setUp, the test, tearDown; what it raises comes through

    check.__name__ = f"{kind.__name__}.{name}"
    check.__doc__ = getattr(kind, name).__doc__ or name.removeprefix("test_").replace("_", " ").capitalize()
    return check


def test_functions(module, path):
    """The functions whose names begin with test_ and that were written in the file `path` itself."""
    return [
        value
        for name, value in vars(module).items()
        if name.startswith("test_") and inspect.isfunction(value) and value.__code__.co_filename == str(path)
    ]


def title_of(check):
    text = inspect.getdoc(check) or check.__name__.removeprefix("test_").replace("_", " ").capitalize()
    return text.splitlines()[0].strip()


def _unreadable_file(attempt):
    """Why Python cannot read the submission: an outcome and the exception, or None when it can."""
    outcome = Outcome("readable", "Python can read your program", ERROR)
    for name, path in attempt.paths.items():
        try:
            if path.stat().st_size > SIZE_LIMIT:
                outcome.message = f"{name} is larger than a program of this course can be (1 MiB)."
                return outcome, None
            source = path.read_bytes()
        except FileNotFoundError:
            outcome.message = f"There is no file {name} in your folder. The task wants its answer under that name."
            return outcome, None
        except OSError as error:
            outcome.message = f"{name} cannot be read: {error.strerror or error}."
            return outcome, None
        if not name.endswith(".py"):
            continue
        if b"\0" in source:
            line = source[: source.index(b"\0")].count(b"\n") + 1
            outcome.message = f"Line {line} of {name} holds a null byte, which no program may. Type that line anew."
            return outcome, None
        try:
            source.decode("utf-8")
        except UnicodeDecodeError as error:
            line = source[: error.start].count(b"\n") + 1
            outcome.message = (
                f"Line {line} of {name} is not UTF-8 text. Save the file as UTF-8, or type that line anew."
            )
            return outcome, None
        try:
            compile_file(path)
        except SyntaxError as error:
            outcome.message = explain_syntax_error(error, name)
            return outcome, error
        except (ValueError, MemoryError, RecursionError) as error:
            outcome.message = f"Python cannot read {name}: {describe(error)}"
            return outcome, error
    return None


def _run_check(check, outcome, attempt, report):
    status = {other.id: other for other in report.outcomes}
    for name in getattr(check, "skillet_needs", ()):
        if name in status and status[name].status != PASSED:
            outcome.message = f"Waits for: {status[name].title}"
            return
    attempt.call = ""
    attempt.called_exception = None
    try:
        check()
    except CheckFailed as failure:
        outcome.status = FAILED
        outcome.message = failure.message
        outcome.call = failure.call or attempt.call
        outcome.expected = failure.expected
        outcome.actual = failure.actual
    except AssertionError as failure:  # of unittest, or raised by hand
        if failure is attempt.called_exception:
            _note_called(outcome, report, attempt, failure)
        else:
            outcome.status, outcome.call = FAILED, attempt.call
            outcome.message = str(failure) or "This does not hold yet."
    except LearnerStopped as stop:
        outcome.call = attempt.call
        message = explain_stop(stop.exception, attempt, lines_given=stop.lines_given)
        _note_exception(outcome, report, attempt, stop.exception, message)
    except PlayerGone as gone:
        attempt.forget_player()
        outcome.status, outcome.call = ERROR, attempt.call
        outcome.message = f"{gone} Take out what ends it, so that it can run to its end."
    except (KeyboardInterrupt, CannotRun):
        raise
    except BaseException as exception:
        if exception is attempt.called_exception:
            _note_called(outcome, report, attempt, exception)
        elif type(exception).__name__ == "SkipTest":
            outcome.message = str(exception)
        else:
            # The author's mistake; the outcome says so, and the curriculum's own test refuses it.
            raise ExerciseError(f"{attempt.exercise.checks}: {check.__name__}: {describe(exception)}") from exception
    else:
        outcome.status = PASSED


def _note_called(outcome, report, attempt, exception):
    """The learner's function, called by the check, has raised it."""
    outcome.call = attempt.call
    message = explain_stop(exception, attempt, subject=attempt.call)
    _note_exception(outcome, report, attempt, exception, message)


def _note_exception(outcome, report, attempt, exception, message):
    """The first exception is told; the same one again in a later check only makes that check wait."""
    if report.exception is not None and _same(report.exception, exception, attempt):
        outcome.call = ""
        outcome.message = "Not checked yet: the program stops before this can be seen."
        return
    outcome.status = ERROR
    outcome.message = message
    outcome.line = learner_line(exception, attempt) or 0
    if report.exception is None:
        report.exception = without_our_frames(exception, attempt)


def _same(one, other, attempt):
    return describe(one) == describe(other) and learner_line(one, attempt) == learner_line(other, attempt)
