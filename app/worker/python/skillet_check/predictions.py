# SPDX-License-Identifier: GPL-3.0-or-later
"""The questions of a predict exercise, and what really happens."""

import ast
import re
from dataclasses import dataclass

from .exercise import ExerciseError
from .tracing import Recorder, run_traced, value_of

_FORMS = re.compile(
    r"(?P<output>output)|(?P<error>error)|line (?P<printed>[1-9]\d*)|runs (?P<runs>[1-9]\d*)|times (?P<times>[1-9]\d*)"
    r"|value (?P<value>\S.*?)(?: at (?P<at>[1-9]\d*)(?: time (?P<time>[1-9]\d*))?)?"
)
NOTHING = "nothing"  # what a program prints that prints none
_YES, _NO = ("yes", "y", "true"), ("no", "n", "false")


@dataclass(frozen=True)
class Question:
    ask: str
    about: str
    form: str  # output, line, error, runs, times, value
    expression: str  # of value
    line: int | None  # of the program; with the form "line" of its output
    time: int | None  # the how-manieth time that line runs, of value
    choices: tuple
    answer: str
    why: str
    wrong: tuple  # pairs of an answer and the feedback to it

    @staticmethod
    def read(exercise, table):
        about = exercise.text(table, "about", "a [[questions]]")
        match = _FORMS.fullmatch(about)
        if match is None:
            raise ExerciseError(
                f"{exercise.toml}: about is {about!r}; it can be output, line 2, error, runs 7, times 7, "
                "value total, value total at 7, or value total at 7 time 3"
            )
        choices = table.get("choices", [])
        if not isinstance(choices, list) or not all(isinstance(choice, str) for choice in choices):
            raise ExerciseError(f"{exercise.toml}: choices of a [[questions]] must be a list of texts")
        number = match["printed"] or match["runs"] or match["times"] or match["at"]
        return Question(
            exercise.text(table, "ask", "a [[questions]]"),
            about,
            "line" if match["printed"] else about.split()[0],
            match["value"] or "",
            int(number) if number else None,
            int(match["time"] or 1) if match["at"] else None,
            tuple(choices),
            exercise.text(table, "answer", "a [[questions]]"),
            exercise.text(table, "why", "a [[questions]]"),
            tuple(
                tuple(exercise.text(wrong, key, "a [[questions.wrong]]") for key in ("answer", "feedback"))
                for wrong in exercise.tables("wrong", table)
            ),
        )

    @property
    def counts(self):
        """The answer depends on how often a line runs."""
        return self.form == "times" or (self.time or 1) > 1

    def complaints(self):
        """Pairs of a key and what is wrong with it."""
        found = []
        if self.choices:
            if len(set(self.choices)) < max(2, len(self.choices)):
                found.append(("choices", "choices must be at least two different texts"))
            if self.answer not in self.choices:
                found.append(("answer", "the answer must be one of the choices, word for word"))
        if self.form == "value":
            try:
                compile(self.expression, "about", "eval")
            except SyntaxError:
                found.append(("about", f"{self.expression!r} is no name or expression"))
        for answer, _ in self.wrong:
            if equal(self, answer, self.answer):
                found.append(("wrong", f"the wrong answer {answer!r} is the right one"))
        answers = [answer for answer, _ in self.wrong]
        if any(equal(self, one, other) for n, one in enumerate(answers) for other in answers[:n]):
            found.append(("wrong", "two [[questions.wrong]] are the same answer"))
        return found

    def near_miss(self, said, happened):
        """What to tell on an answer that the author did not foresee."""
        if self.form == "value":
            real = _literal(happened)
            if isinstance(real, str) and said.strip() == real:
                return f"Nearly: it is a text, and Python shows a text in quotes, as {happened}."
            ours = _literal(said)
            if ours is not _NO_LITERAL and ours == real:
                return f"The value is right, its type is not: {type(ours).__name__} instead of {type(real).__name__}."
        if self.form in ("output", "line"):
            if "".join(said.split()) == "".join(happened.split()):
                return "Nearly: only the spaces or the line ends are not as they come."
            if said.casefold().strip() == happened.casefold().strip():
                return "Nearly: only capital and small letters are not as they come."
            if "".join(said.split()).replace("'", "").replace('"', "") == "".join(happened.split()):
                return "Nearly: print() shows a text without its quotes."
        return "The program did something else. Compare, and find the line where your picture and Python's part."


class Reality:
    """Runs the program once, under observation, and answers all questions from that."""

    def __init__(self, path, stdin, questions):
        self.path = path
        self._recorder = Recorder(path, [(q.expression, q.line, q.time) for q in questions if q.time])
        try:
            self._run = run_traced(path, stdin, self._recorder.trace)
        except SyntaxError as error:
            self._run = None
            self.exception = error
        else:
            self.exception = self._run.exception

    @property
    def output(self):
        return self._run.output if self._run else ""

    def answer(self, question):
        """The right answer as text; None when there is none, such as a value that a name never gets."""
        line = question.line
        if question.form == "output":
            return "\n".join(_trimmed(self.output)) or NOTHING
        if question.form == "line":
            lines = self.output.splitlines()
            return lines[line - 1].rstrip() if line <= len(lines) else NOTHING
        if question.form == "error":
            return "none" if self.exception is None else type(self.exception).__name__
        if question.form == "runs":
            return "yes" if self._recorder.times[line] else "no"
        if question.form == "times":
            return str(self._recorder.times[line])
        if question.time:
            return self._recorder.values.get((question.expression, line, question.time))
        return value_of(question.expression, self._run.names) if self._run else None


def equal(question, said, happened):
    """`said` is the same answer as `happened`, written in any sensible way."""
    if question.form in ("output", "line"):
        return _trimmed(said) == _trimmed(happened)
    said, happened = said.strip(), happened.strip()
    if said == happened:
        return True
    if question.form == "runs":
        return _yes(said) is not None and _yes(said) == _yes(happened)
    if question.form == "error":
        return said.rstrip(":").casefold() == happened.casefold()
    one, other = _literal(said), _literal(happened)
    return one is not _NO_LITERAL and other is not _NO_LITERAL and _same(one, other)


def _yes(text):
    word = text.casefold()
    return True if word in _YES else False if word in _NO else None


def _trimmed(text):
    lines = [line.rstrip() for line in text.splitlines()]
    while lines and not lines[-1]:
        lines.pop()
    return lines


_NO_LITERAL = object()


def _literal(text):
    try:
        return ast.literal_eval(text.strip())
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
        return _NO_LITERAL


def _same(one, other):
    """Equal, and of the same types all the way down: 1 is neither 1.0 nor True; the order in a set does not count."""
    if type(one) is not type(other):
        return False
    if isinstance(one, (list, tuple)):
        return len(one) == len(other) and all(_same(*pair) for pair in zip(one, other))
    if isinstance(one, dict):
        return len(one) == len(other) and all(key in other and _same(one[key], other[key]) for key in one)
    return one == other
