# SPDX-License-Identifier: GPL-3.0-or-later
"""review: the learner marks the line with the flaw, writes a test that shows it, and repairs the program."""

from ..checking import run_checks
from ..exercise import ExerciseError
from ..outcome import ERROR, FAILED, FLAW, PASSED, TEST, Outcome, Report
from ..testing import TestRun, is_test_file
from .kind import Kind


class Review(Kind):
    def judge(self, exercise, paths, folders):
        tests = {name: path for name, path in paths.items() if is_test_file(name)}
        programs = {name: path for name, path in paths.items() if name not in tests}
        if not tests or not programs:
            raise ExerciseError(f'{exercise.toml}: files must name a program and its tests, such as "test_program.py"')
        before = Outcome("fails_before", "Your test fails on the program as it was", part=TEST)
        after = Outcome("passes_after", "Your test passes on your repaired program", part=TEST, number=1)
        checked = run_checks(exercise, paths, folders)
        report = Report([before, after, *checked.outcomes], checked.output, checked.exception)
        if checked.outcomes[0].id == "readable":
            report.outcomes = [checked.outcomes[0], before, after, *checked.outcomes[1:]]
            return report
        starter = exercise.folder / "starter"
        shown = _tell_before(TestRun(exercise, tests, {name: starter / name for name in programs}), before)
        repaired = TestRun(exercise, tests, programs)
        if shown:
            _tell_after(repaired, after)
        else:
            after.message = f"Waits for: {before.title}"
        report.exception = report.exception or (repaired.exception if after.status == FAILED else None)
        return report

    def finish(self, exercise, answers, report):
        flaw = flaw_of(exercise)
        outcome = Outcome("flaw", "The faulty line is marked", part=FLAW)
        report.outcomes.insert(0, outcome)
        if answers.line is None:
            outcome.message = "Mark the line in which the mistake sits."
            return
        outcome.actual, outcome.line = f"line {answers.line}", answers.line
        if answers.line in flaw["lines"]:
            outcome.status, outcome.why = PASSED, flaw["why"]
            return
        outcome.status = FAILED
        words = {wrong["line"]: wrong["feedback"] for wrong in flaw["wrong"]}
        outcome.message = words.get(
            answers.line,
            f"Line {answers.line} does what it should. Run the program with values of which you know the result, "
            "and follow the first that is not as it should be.",
        )

    def right_answers(self, exercise):
        return {"line": flaw_of(exercise)["lines"][0]}

    def form(self, exercise):
        flaw = flaw_of(exercise)
        name = exercise.files[0]
        problems = []
        try:
            lines = (exercise.folder / "starter" / name).read_text(encoding="utf-8").splitlines()
        except OSError:
            return []  # told with the files
        for line in flaw["lines"]:
            if line > len(lines) or not lines[line - 1].split("#")[0].strip():
                problems.append(("exercise.toml", ("flaw", "lines"), f"line {line} of starter/{name} holds no code"))
        for number, wrong in enumerate(flaw["wrong"]):
            if wrong["line"] in flaw["lines"] or wrong["line"] > len(lines):
                text = "line of [[flaw.wrong]] must be a line of the program that is not faulty"
                problems.append(("exercise.toml", ("flaw", "wrong", number, "line"), text))
        return problems


def _tell_before(run, outcome):
    """True when the test shows the flaw."""
    if _cannot_tell(run, outcome):
        return False
    failing = run.failing()
    if failing:
        outcome.status = PASSED
        outcome.call = ", ".join(end.name for end in failing)
        outcome.actual = failing[0].message
        return True
    outcome.status = FAILED
    outcome.message = (
        "Your tests pass on the program with the mistake in it, so they do not show it. "
        "Which call of it gives a wrong result? Assert what it should give."
    )
    return False


def _tell_after(run, outcome):
    if _cannot_tell(run, outcome):
        return
    failing = run.failing()
    if not failing:
        outcome.status = PASSED
        return
    end = failing[0]
    outcome.status = FAILED
    outcome.call, outcome.message = end.name, end.message
    outcome.expected, outcome.actual, outcome.line = end.expected, end.actual, end.line


def _cannot_tell(run, outcome):
    if run.refused is not None:
        outcome.status, outcome.message = ERROR, run.refused.message
        return True
    if not run.ends:
        outcome.status = FAILED
        outcome.message = "There is no test yet: a function whose name begins with test_, with an assert in it."
        return True
    return False


def flaw_of(exercise):
    """The table [flaw] with all of its keys; raises ExerciseError when it is broken."""
    table = exercise.table.get("flaw")
    if not isinstance(table, dict):
        raise ExerciseError(f"{exercise.toml}: a review needs one table [flaw]")
    lines = table.get("lines")
    if not isinstance(lines, list) or not lines or not all(_is_line(line) for line in lines):
        raise ExerciseError(f"{exercise.toml}: lines of [flaw] must be a list of numbers, such as [12]")
    wrong = []
    for entry in exercise.tables("wrong", table):
        if not _is_line(entry.get("line")):
            raise ExerciseError(f"{exercise.toml}: a [[flaw.wrong]] needs line, a number")
        wrong.append({"line": entry["line"], "feedback": exercise.text(entry, "feedback", "a [[flaw.wrong]]")})
    return {"lines": lines, "why": exercise.text(table, "why", "[flaw]"), "wrong": wrong}


def _is_line(value):
    return isinstance(value, int) and not isinstance(value, bool) and value > 0
