# SPDX-License-Identifier: GPL-3.0-or-later
"""The learner's answers that are not code: answers.json in the folder with the submission."""

import json
from dataclasses import dataclass

NAME = "answers.json"
SIZE_LIMIT = 256 * 1024  # bytes


class AnswersUnreadable(Exception):
    """answers.json is there, and is not what it should be; the text says why."""


@dataclass(frozen=True)
class Answers:
    """None stands for what was not answered."""

    questions: tuple = ()  # of predict, in the order of the exercise; each a text or None
    cause: str | None = None  # of fix
    line: int | None = None  # of review
    text: str | None = None  # of explain
    points: tuple | None = None  # of explain: numbers of those that were ticked, from 0

    def question(self, number):
        return self.questions[number] if number < len(self.questions) else None


def read_answers(folder):
    """The answers that lie in `folder`; none at all when there is no file."""
    path = folder / NAME
    try:
        if path.stat().st_size > SIZE_LIMIT:
            raise AnswersUnreadable(f"{NAME} is larger than answers can be (256 KiB).")
        table = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Answers()
    except OSError as error:
        raise AnswersUnreadable(f"{NAME} cannot be read: {error.strerror or error}.") from None
    except (ValueError, RecursionError) as error:
        raise AnswersUnreadable(f"{NAME} is not JSON: {error}.") from None
    if not isinstance(table, dict):
        raise AnswersUnreadable(f'{NAME} must hold an object, such as {{"questions": ["5"]}}.')
    return Answers(
        tuple(_take(table, "questions", _is_texts, 'a list of texts, such as ["5", "yes"]') or ()),
        _take(table, "cause", lambda value: isinstance(value, str), "a text"),
        _take(table, "line", _is_number, "the number of a line"),
        _take(table, "text", lambda value: isinstance(value, str), "a text"),
        _points(_take(table, "points", _is_numbers, "a list of numbers, such as [0, 2]")),
    )


def _take(table, key, fits, wanted):
    value = table.get(key)
    if value is not None and not fits(value):
        raise AnswersUnreadable(f"{key} in {NAME} must be {wanted}.")
    return value


def _points(value):
    return None if value is None else tuple(sorted(set(value)))


def _is_number(value):
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_numbers(value):
    return isinstance(value, list) and all(_is_number(part) for part in value)


def _is_texts(value):
    return isinstance(value, list) and all(part is None or isinstance(part, str) for part in value)
