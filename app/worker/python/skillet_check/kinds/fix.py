# SPDX-License-Identifier: GPL-3.0-or-later
"""fix: the learner names the cause of a failure and mends the program."""

from ..exercise import ExerciseError
from ..outcome import CAUSE, FAILED, PASSED, Outcome
from .kind import Kind

_CHOICES = (3, 5)


class Fix(Kind):
    def finish(self, exercise, answers, report):
        cause = cause_of(exercise)
        if cause is None:
            return
        outcome = Outcome("cause", cause["ask"], part=CAUSE)
        report.outcomes.insert(0, outcome)
        if answers.cause is None:
            outcome.message = "Say what the cause is: choose one of the answers."
            return
        outcome.actual = answers.cause
        if answers.cause == cause["answer"]:
            outcome.status, outcome.why = PASSED, cause["why"]
            return
        outcome.status = FAILED
        words = {wrong["choice"]: wrong["feedback"] for wrong in cause["wrong"]}
        outcome.message = words.get(
            answers.cause,
            "That is not the cause. Run the program, read its last line, and look at what it did until then.",
        )

    def right_answers(self, exercise):
        cause = cause_of(exercise)
        return {} if cause is None else {"cause": cause["answer"]}

    def form(self, exercise):
        cause = cause_of(exercise)
        if cause is None:
            return [("exercise.toml", (), "[cause] is missing: the question what the failure comes from")]
        problems = []
        choices = cause["choices"]
        if not _CHOICES[0] <= len(choices) <= _CHOICES[1]:
            problems.append(("exercise.toml", ("cause", "choices"), "choices of [cause] must be three to five texts"))
        if len(set(choices)) < len(choices):
            problems.append(("exercise.toml", ("cause", "choices"), "choices of [cause] has a text twice"))
        if cause["answer"] not in choices:
            text = "answer of [cause] must be one of its choices, word for word"
            problems.append(("exercise.toml", ("cause", "answer"), text))
        for number, wrong in enumerate(cause["wrong"]):
            if wrong["choice"] not in choices or wrong["choice"] == cause["answer"]:
                text = "choice of [[cause.wrong]] must be one of the choices that are not the answer, word for word"
                problems.append(("exercise.toml", ("cause", "wrong", number, "choice"), text))
        return problems


def cause_of(exercise):
    """The table [cause] with all of its keys, or None; raises ExerciseError when it is broken."""
    table = exercise.table.get("cause")
    if table is None:
        return None
    if not isinstance(table, dict):
        raise ExerciseError(f"{exercise.toml}: cause must be one table, begun by [cause]")
    choices = table.get("choices")
    if not isinstance(choices, list) or not all(isinstance(choice, str) and choice for choice in choices):
        raise ExerciseError(f"{exercise.toml}: choices of [cause] must be a list of texts")
    cause = {key: exercise.text(table, key, "[cause]") for key in ("ask", "answer", "why")}
    cause["choices"] = choices
    cause["wrong"] = [
        {key: exercise.text(wrong, key, "[[cause.wrong]]") for key in ("choice", "feedback")}
        for wrong in exercise.tables("wrong", table)
    ]
    return cause
