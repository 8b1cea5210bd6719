# SPDX-License-Identifier: GPL-3.0-or-later
"""project: several files, and milestones on the way."""

from ..exercise import ExerciseError
from ..outcome import CHECK, ERROR, FAILED, MILESTONE, PASSED, Outcome
from .kind import Kind

_LEAST = 3  # milestones


class Project(Kind):
    def finish(self, exercise, answers, report):
        status = {outcome.id: outcome.status for outcome in report.outcomes if outcome.part == CHECK}
        unreadable = bool(report.outcomes) and report.outcomes[0].id == "readable"
        for number, milestone in enumerate(milestones_of(exercise)):
            outcome = Outcome(f"milestone_{number + 1}", milestone["title"], part=MILESTONE, number=number)
            report.outcomes.append(outcome)
            unknown = [name for name in milestone["checks"] if name not in status]
            if unknown:
                raise ExerciseError(f"{exercise.toml}: a milestone names {unknown[0]}, which checks.py does not have")
            ends = [status[name] for name in milestone["checks"]]
            passed = ends.count(PASSED)
            if passed == len(ends):
                outcome.status = PASSED
            elif passed or any(end in (FAILED, ERROR) for end in ends):
                outcome.status = FAILED
                outcome.message = f"{passed} of its {len(ends)} checks pass."
            elif unreadable:
                outcome.message = f"Waits for: {report.outcomes[0].title}"

    def signature(self, report, wrong):
        kept = [outcome for outcome in report.outcomes if outcome.part == CHECK]
        return super().signature(type(report)(kept), wrong)

    def form(self, exercise):
        milestones = milestones_of(exercise)
        problems = []
        if len(milestones) < _LEAST:
            problems.append(("exercise.toml", ("milestones",), "a project has at least three [[milestones]]"))
        for number, milestone in enumerate(milestones):
            text = exercise.folder / milestone["text"]
            if not text.is_file() or not text.read_text(encoding="utf-8").strip():
                problem = f"{milestone['text']} is missing or empty"
                problems.append(("exercise.toml", ("milestones", number, "text"), problem))
        return problems

    def prove(self, exercise, trial):
        problems = []
        solution, starter = trial.solution(), trial.starter()
        known = [outcome["id"] for outcome in solution["outcomes"] if outcome["part"] == CHECK]
        milestones = milestones_of(exercise)
        named = {name for milestone in milestones for name in milestone["checks"]}
        for name in known:
            if name not in named:
                problems.append(("checks.py", (), f"{name} belongs to no milestone"))
        for outcome in starter["outcomes"]:
            if outcome["part"] == MILESTONE and outcome["status"] == PASSED:
                text = f"the milestone {outcome['title']!r} is reached by the starter already"
                problems.append(("exercise.toml", ("milestones", outcome["number"]), text))
        return problems


def milestones_of(exercise):
    """The tables [[milestones]] with all of their keys; raises ExerciseError when one is broken."""
    milestones = []
    for table in exercise.tables("milestones"):
        minutes, checks = table.get("minutes"), table.get("checks")
        if not isinstance(minutes, int) or minutes < 1:
            raise ExerciseError(f"{exercise.toml}: a [[milestones]] needs minutes, a number")
        if not isinstance(checks, list) or not checks or not all(isinstance(name, str) for name in checks):
            raise ExerciseError(f"{exercise.toml}: a [[milestones]] needs checks, a list of names of checks")
        texts = {key: exercise.text(table, key, "a [[milestones]]") for key in ("title", "text")}
        milestones.append({**texts, "minutes": minutes, "checks": checks})
    return milestones
