# SPDX-License-Identifier: GPL-3.0-or-later
"""predict: the learner says what a program will do; then it runs and is compared with what was said."""

from ..attempt import Attempt, running
from ..checking import refuse_unreadable
from ..exercise import ExerciseError
from ..outcome import ERROR, FAILED, PASSED, QUESTION, Outcome, Report
from ..predictions import Question, Reality, equal
from ..tracing import lines_with_code
from ..words import without_our_frames
from .kind import Kind

_MOST = 4  # questions
_LEAST_WRONG = 2  # [[questions.wrong]] in an exercise


class Predict(Kind):
    folders = ("starter",)
    needs_checks = False
    least_wrong = 0

    def grade(self, exercise, folder, answers):
        """Runs the author's program, not the learner's copy: the predictions are about that one."""
        questions = questions_of(exercise)
        starter = exercise.folder / "starter"
        attempt = Attempt(exercise, {name: starter / name for name in exercise.files}, [starter])
        report = Report()
        with running(attempt):
            if _cannot_be_opened(attempt, report):
                return report, ""
            reality = Reality(attempt.path(), exercise.table.get("stdin", ""), questions)
            report.output = attempt.output
        feedback = ""
        for number, question in enumerate(questions):
            outcome, words = _judge(number, question, answers.question(number), reality)
            report.outcomes.append(outcome)
            feedback = feedback or words
        if reality.exception is not None and all(answers.question(n) for n in range(len(questions))):
            report.exception = without_our_frames(reality.exception, attempt)
        return report, feedback

    def right_answers(self, exercise):
        return {"questions": [question.answer for question in questions_of(exercise)]}

    def form(self, exercise):
        questions = questions_of(exercise)
        if not 1 <= len(questions) <= _MOST:
            return [("exercise.toml", ("questions",), "one to four [[questions]] are needed")]
        problems = []
        if sum(len(question.wrong) for question in questions) < _LEAST_WRONG:
            text = "at least two [[questions.wrong]] are needed: the answers people give"
            problems.append(("exercise.toml", ("questions",), text))
        for number, question in enumerate(questions):
            problems += [("exercise.toml", ("questions", number, key), text) for key, text in question.complaints()]
        return problems

    def prove(self, exercise, trial):
        problems = []
        questions = questions_of(exercise)
        name = exercise.files[0]
        try:
            reached, vague = lines_with_code((exercise.folder / "starter" / name).read_bytes())
        except (SyntaxError, ValueError):
            reached = vague = None  # it may be what the questions are about
        for number, question in enumerate(questions):
            line = question.line if question.form != "line" else None
            if line is not None and reached is not None and line not in reached:
                text = f"line {line} of {name} holds nothing that runs"
                problems.append(("exercise.toml", ("questions", number, "about"), text))
            elif line is not None and vague and line in vague and question.counts:
                text = f"line {line} of {name} holds a comprehension or lambda: how often it runs depends on the Python"
                problems.append(("exercise.toml", ("questions", number, "about"), text))
        result = trial.run("starter", self.right_answers(exercise))
        if not result["outcomes"]:
            problems.append((f"starter/{name}", (), result.get("why", "ended without a result")))
        for outcome in result["outcomes"]:
            if outcome["status"] != PASSED:
                number = outcome["number"]
                told = outcome["message"] if outcome["part"] != QUESTION else _contradiction(questions[number], outcome)
                problems.append(("exercise.toml", ("questions", number, "answer"), told))
        return problems


def _nothing(question, reality):
    ended = "" if reality.exception is None else f" (the program ends with {type(reality.exception).__name__})"
    return f"{question.about} has no value there{ended}"


def _contradiction(question, outcome):
    if outcome["status"] == ERROR:
        return outcome["message"].partition("your doing: ")[2]
    return f"the answer {question.answer!r} is not what happens: {outcome['expected'] or outcome['message']!r}"


def _cannot_be_opened(attempt, report):
    """A program with a syntax error can be predicted; one that is missing or no text cannot."""
    if refuse_unreadable(attempt, report) and not isinstance(report.exception, SyntaxError):
        raise ExerciseError(report.outcomes[0].message)
    report.outcomes, report.exception = [], None
    return False


def _judge(number, question, said, reality):
    outcome = Outcome(f"question_{number + 1}", question.ask, part=QUESTION, number=number, line=question.line or 0)
    if said is None or not said.strip():
        outcome.message = "Say first what you think will happen."
        return outcome, ""
    happened = reality.answer(question)
    if happened is None:
        outcome.status, outcome.message = (
            ERROR,
            f"This exercise is broken, which is not your doing: {_nothing(question, reality)}",
        )
        return outcome, ""
    outcome.actual, outcome.expected, outcome.why = said.strip("\n"), happened, question.why
    if equal(question, said, happened):
        outcome.status = PASSED
        return outcome, ""
    outcome.status = FAILED
    words = next((feedback for answer, feedback in question.wrong if equal(question, said, answer)), "")
    outcome.message = words or question.near_miss(said, happened)
    return outcome, words


def questions_of(exercise):
    tables = exercise.tables("questions")
    return [Question.read(exercise, table) for table in tables]
