# SPDX-License-Identifier: GPL-3.0-or-later
"""What an explanation is made of, and what it is made from."""

import dataclasses


@dataclasses.dataclass(frozen=True)
class Suggestion:
    """A line as it stands and as it could stand. Where it is code, a trial compile of the mended text has proven that the
    complaint is gone; see suggestions.py."""

    line: int  # from 1
    before: str
    after: str  # may hold newlines; empty: the line goes


@dataclasses.dataclass(frozen=True)
class Explanation:
    cause: str  # a stable id such as "type-error.text-plus-number"; "" when only the general text is known
    title: str  # what happened: one plain sentence made of this error's own values
    why: str  # why here, with the values named; may be empty
    tries: tuple = ()  # two or three things to try, code marked with backticks
    suggestion: Suggestion = None
    certain: bool = True  # False: this may be the cause; the words say so too

    def as_dict(self):
        """The form that goes over the wire and into JSON."""
        result = dataclasses.asdict(self)
        result["tries"] = list(self.tries)
        return result


@dataclasses.dataclass(frozen=True)
class SyntaxProblem:
    """An error that kept a text from being compiled. Lines count from 1, columns are UTF-8 bytes from 0; -1: unknown."""

    type: str  # SyntaxError, IndentationError or TabError
    message: str  # as CPython says it, without the place
    file: str
    line: int
    end_line: int
    column: int
    end_column: int
    text: str  # the line CPython points at, without its newline; may be empty
    source: str  # the whole text; None when it is not known
    version: tuple  # of the Python that raised it, such as (3, 11)
