# SPDX-License-Identifier: GPL-3.0-or-later
"""test: the learner writes tests; they must hold on the right version and notice each faulty one, the mutants."""

from ..exercise import ExerciseError
from ..outcome import FAILED, MUTANT, PASSED, TEST, Outcome, Report
from ..recognising import code_of
from ..testing import TestRun
from .kind import Kind

_LEAST = 2  # mutants


class Test(Kind):
    needs_checks = False

    def judge(self, exercise, paths, folders):
        mutants = mutants_of(exercise)
        report = Report()
        right = TestRun(exercise, paths, {})
        report.output, report.exception = right.output, right.exception
        holds = _tell_right(right, report)
        for number, mutant in enumerate(mutants):
            outcome = Outcome(
                f"mutant_{number + 1}", f"Faulty version {number + 1} is noticed", part=MUTANT, number=number
            )
            report.outcomes.append(outcome)
            if holds is not None:
                outcome.message = f"Waits for: {holds.title}"
                continue
            outcome.expected = "a test that fails"
            caught = TestRun(exercise, paths, {mutant["replaces"]: mutant["path"]})
            failing = caught.failing()
            if failing or caught.refused:
                outcome.status, outcome.why = PASSED, mutant["about"]
                outcome.call = ", ".join(end.name for end in failing) or "import"
                outcome.actual = (
                    f"{len(failing)} of {len(caught.ends)} tests fail" if failing else "it cannot be imported"
                )
            else:
                outcome.status = FAILED
                outcome.actual = "all tests pass"
                outcome.message = (
                    f"It lives: every test of yours passes on it. What is wrong with it: {mutant['about']}"
                )
        return report

    def signature(self, report, wrong):
        mutants = [(o.id, o.status) for o in report.outcomes if o.part == MUTANT]
        others = [o for o in report.outcomes if o.part != MUTANT]
        if wrong.match == "statuses":
            return mutants, all(o.status == PASSED for o in others)
        failed = sorted((o.status, o.expected, o.actual) for o in others if o.status != PASSED)
        return mutants, failed, wrong.checks and [(o.id, o.status) for o in others if o.id in wrong.checks]

    def form(self, exercise):
        mutants = mutants_of(exercise)
        problems = []
        if len(mutants) < _LEAST:
            problems.append(("exercise.toml", ("mutants",), "at least two [[mutants]] are needed"))
        codes = []
        for number, mutant in enumerate(mutants):
            here = ("mutants", number, "file")
            code = code_of(mutant["path"])
            if code is None:
                problems.append(("exercise.toml", here, f"{mutant['file']} is missing"))
            elif isinstance(code, list):
                problems.append((mutant["file"], (), "Python cannot read it"))
            elif code == code_of(exercise.folder / "data" / mutant["replaces"]):
                problems.append(("exercise.toml", here, f"{mutant['file']} is the right version itself"))
            elif code in codes:
                problems.append(("exercise.toml", here, f"{mutant['file']} is the same as another mutant"))
            codes.append(code)
        return problems

    def prove(self, exercise, trial):
        for number, mutant in enumerate(mutants_of(exercise)):
            ended = trial.run_program(mutant["path"], "")
            if ended["problem"] or ended["error"] != "none":
                text = ended["problem"] or f"cannot be imported: it ends with {ended['error']}"
                return [("exercise.toml", ("mutants", number, "file"), f"{mutant['file']} {text}")]
        return []


def _tell_right(run, report):
    """Outcomes of the tests on the right version; returns the first that keeps the mutants from being tried."""
    report.outcomes += [
        Outcome(
            end.name,
            end.title,
            PASSED if end.passed else FAILED,
            end.message,
            expected=end.expected,
            actual=end.actual,
            part=TEST,
            number=number,
            line=end.line,
        )
        for number, end in enumerate(run.ends)
    ]
    if run.refused is not None:
        report.outcomes.insert(0, run.refused)
    elif not run.ends:
        message = "There is no test yet: a function whose name begins with test_, with an assert in it."
        report.outcomes.append(Outcome("exists", "There is a test", FAILED, message, part=TEST))
    return next((outcome for outcome in report.outcomes if outcome.status != PASSED), None)


def mutants_of(exercise):
    """The tables [[mutants]] with all of their keys, and `path`; raises ExerciseError when one is broken."""
    mutants = []
    for table in exercise.tables("mutants"):
        mutant = {key: exercise.text(table, key, "a [[mutants]]") for key in ("file", "replaces", "about")}
        mutant["path"] = exercise.folder / mutant["file"]
        if not (exercise.folder / "data" / mutant["replaces"]).is_file():
            raise ExerciseError(f"{exercise.toml}: replaces of {mutant['file']} must name a file in data/")
        mutants.append(mutant)
    return mutants
