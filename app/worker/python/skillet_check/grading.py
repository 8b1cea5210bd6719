# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs all checks of an exercise on a set of files, and puts the results together."""

import ast
import inspect
import re
import types
from dataclasses import asdict, dataclass, field
from pathlib import Path

from .attempt import Attempt, CannotRun, CheckFailed, LearnerStopped, running
from .comparing import compile_checks
from .exercise import ExerciseError, load_exercise
from .program import compile_file
from .words import describe, explain_stop, explain_syntax_error, learner_line, without_our_frames

PASSED, FAILED, ERROR, NOT_RUN = "passed", "failed", "error", "not_run"
SIZE_LIMIT = 1024 * 1024  # bytes of one file of the learner's


@dataclass
class Outcome:
    id: str
    title: str
    status: str = NOT_RUN
    message: str = ""
    call: str = ""
    expected: str = ""
    actual: str = ""


@dataclass
class Report:
    outcomes: list = field(default_factory=list)
    output: str = ""
    exception: BaseException | None = None

    @property
    def passed(self):
        return bool(self.outcomes) and all(outcome.status == PASSED for outcome in self.outcomes)


def run_exercise(exercise_folder, submission_folder):
    """Checks the files in `submission_folder`. Raises nothing but KeyboardInterrupt.

    Keys of the answer: outcomes (list of dicts with the fields of Outcome), feedback (the author's words for a
    recognised wrong answer, or ''), passed, output (what the program printed, bounded), exception (the first
    exception of the learner's code, or None).
    """
    feedback = ""
    try:
        exercise = load_exercise(exercise_folder)
        folder = Path(submission_folder).absolute()
        paths = {name: folder / name for name in exercise.files}
        report = _grade(exercise, paths, [folder])
        if not report.passed:
            feedback = _recognise(exercise, paths, report)
    except ExerciseError as error:
        message = f"This exercise is broken, which is not your doing: {error}"
        report = Report([Outcome("exercise", "The exercise can be read", ERROR, message)])
    except CannotRun as error:
        message = f"The checks cannot run on this machine: {error}."
        report = Report([Outcome("carried_out", "The checks can be carried out", ERROR, message)])
    except Exception as error:  # the learner's code can reach into anything; whatever it broke, it has not passed
        message = f"The checks could not be carried out to their end: {describe(error)}. Run them again."
        report = Report([Outcome("carried_out", "The checks can be carried out", ERROR, message)])
    return {
        "outcomes": [asdict(outcome) for outcome in report.outcomes],
        "feedback": feedback,
        "passed": report.passed,
        "output": report.output,
        "exception": report.exception,
    }


def needs(*others):
    """`@needs(test_a)`: this check is not run unless the check test_a, which stands before it, has passed."""

    def mark(function):
        function.skillet_needs = [other.__name__ for other in others]
        return function

    return mark


def _grade(exercise, paths, import_folders):
    attempt = Attempt(exercise, paths, import_folders)
    with running(attempt):
        checks = _load_checks(exercise)
        report = Report([Outcome(check.__name__, _title(check)) for check in checks])
        unreadable = _unreadable_file(attempt)
        if unreadable is not None:
            outcome, exception = unreadable
            report.exception = exception and without_our_frames(exception, attempt)
            report.outcomes.insert(0, outcome)
            return report
        for check, outcome in zip(checks, report.outcomes):
            _run_check(check, outcome, attempt, report)
        report.output = attempt.output
    return report


def _load_checks(exercise):
    path = exercise.checks
    try:
        code, names = compile_checks(path.read_text(encoding="utf-8"), str(path))
        module = types.ModuleType("checks")
        module.__file__ = str(path)
        vars(module).update(names)
        exec(code, vars(module))
    except Exception as error:
        raise ExerciseError(f"{path}: {describe(error)}") from error
    found = [
        value
        for name, value in vars(module).items()
        if name.startswith("test_") and inspect.isfunction(value) and value.__code__.co_filename == str(path)
    ]
    if not found:
        raise ExerciseError(f"{path}: there is no function whose name begins with test_")
    return found


def _title(check):
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
    except LearnerStopped as stop:
        outcome.call = attempt.call
        message = explain_stop(stop.exception, attempt, lines_given=stop.lines_given)
        _note_exception(outcome, report, attempt, stop.exception, message)
    except (KeyboardInterrupt, CannotRun):
        raise
    except BaseException as exception:
        if exception is attempt.called_exception:
            outcome.call = attempt.call
            message = explain_stop(exception, attempt, subject=attempt.call)
            _note_exception(outcome, report, attempt, exception, message)
        else:
            # The author's mistake; the outcome says so, and the curriculum's own test refuses it.
            raise ExerciseError(f"{attempt.exercise.checks}: {check.__name__}: {describe(exception)}") from exception
    else:
        outcome.status = PASSED


def _note_exception(outcome, report, attempt, exception, message):
    """The first exception is told; the same one again in a later check only makes that check wait."""
    if report.exception is not None and _same(report.exception, exception, attempt):
        outcome.call = ""
        outcome.message = "Not checked yet: the program stops before this can be seen."
        return
    outcome.status = ERROR
    outcome.message = message
    if report.exception is None:
        report.exception = without_our_frames(exception, attempt)


def _same(one, other, attempt):
    return describe(one) == describe(other) and learner_line(one, attempt) == learner_line(other, attempt)


# ---- known wrong answers -----------------------------------------------------------------------------------


def _recognise(exercise, paths, report):
    """The author's feedback when the submission is, or does the same as, a known wrong answer; else ''.

    Same code: equal syntax trees of the first file, so spacing and comments do not count.
    Same behaviour: the checks ended in the same way, with the same call, values and words.
    Same statuses: the same checks passed and failed, whatever the values.
    An untouched starter gets no feedback.
    """
    first = exercise.files[0]
    tree = _tree(paths[first])
    if tree is None or tree == _tree(exercise.folder / "starter" / first):
        return ""
    for wrong in exercise.wrong:
        if _tree(wrong.path) == tree:
            return wrong.feedback
    solution = exercise.folder / "solution"
    for wrong in sorted(exercise.wrong, key=lambda wrong: wrong.match == "statuses"):  # the exact ones first
        if wrong.match != "code":
            others = {name: solution / name for name in exercise.files[1:]}
            judged = _grade(exercise, {first: wrong.path, **others}, [wrong.path.parent, solution])
            if _signature(judged, wrong) == _signature(report, wrong):
                return wrong.feedback
    return ""


def _tree(path):
    try:
        return ast.dump(ast.parse(path.read_bytes()))
    except (OSError, SyntaxError, ValueError, MemoryError, RecursionError):
        return None


def _signature(report, wrong):
    outcomes = [outcome for outcome in report.outcomes if not wrong.checks or outcome.id in wrong.checks]
    if wrong.match == "statuses":
        return [(o.id, o.status) for o in outcomes]
    return [(o.id, o.status, re.sub(r"line \d+", "line", o.message), o.call, o.expected, o.actual) for o in outcomes]
