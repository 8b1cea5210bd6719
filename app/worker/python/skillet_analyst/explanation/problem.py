# SPDX-License-Identifier: GPL-3.0-or-later
"""A traceback from the wire, in a form that rules can ask."""

import ast
import functools
import re

from .model import SyntaxProblem

_LONGEST_SOURCE = 2_000_000
_LONGEST_MESSAGE = 20_000
_PLACE = re.compile(r"(?: \((?:[^()]*, )?line \d+\)| \([^()]*\.pyw?\))$")  # what str() of a SyntaxError adds


def _text(record, key, longest=_LONGEST_MESSAGE):
    value = record.get(key) if isinstance(record, dict) else None
    return value[:longest] if isinstance(value, str) else ""


def _number(record, key):
    value = record.get(key) if isinstance(record, dict) else None
    return value if isinstance(value, int) and not isinstance(value, bool) else -1


def _records(record, key):
    value = record.get(key) if isinstance(record, dict) else None
    return [item for item in value if isinstance(item, dict)] if isinstance(value, (list, tuple)) else []


def _texts(value):
    return [item for item in value if isinstance(item, str)] if isinstance(value, (list, tuple)) else []


class Value:
    """The value of a name, or of a part of the failing expression."""

    def __init__(self, record):
        self.name = _text(record, "name")
        self.type = _text(record, "type")
        self.preview = _text(record, "preview")
        self.length = _number(record, "length")
        self.known = record.get("known") is not False

    @functools.cached_property
    def constant(self):
        """(True, the value) when the preview spells a whole literal, else (False, None)."""
        try:
            return True, ast.literal_eval(self.preview)
        except (ValueError, SyntaxError, RecursionError, MemoryError, TypeError):
            return False, None


class Range:
    def __init__(self, record):
        self.line = _number(record, "line")
        self.end_line = _number(record, "endLine")
        self.column = _number(record, "column")
        self.end_column = _number(record, "endColumn")

    @property
    def has_columns(self):
        return self.line > 0 and self.column >= 0 and self.end_column >= 0


class Frame:
    def __init__(self, record):
        self.file = _text(record, "file")
        self.function = _text(record, "function")
        self.range = Range(record.get("range"))
        self.line = self.range.line
        self.text = _text(record, "sourceLine")
        self.is_library = record.get("origin") in (1, "library", "Library")
        self.values = [Value(value) for value in _records(record, "values")]
        self.repeated = max(0, _number(record, "repeated"))


class Raised:
    """One exception of the chain."""

    def __init__(self, record):
        self.full_type = _text(record, "type") or "Exception"
        self.type = self.full_type.rpartition(".")[2]
        self.message = _text(record, "message")
        self.notes = _texts(record.get("notes"))
        self.frames = [Frame(frame) for frame in _records(record, "frames")]
        self.is_syntax_error = record.get("isSyntaxError") is True
        self.syntax_file = _text(record, "syntaxFile")
        self.syntax_range = Range(record.get("syntaxRange"))
        self.syntax_line = _text(record, "syntaxLine")
        self.member_of = _number(record, "memberOf")
        self.link = {1: "cause", 2: "context"}.get(record.get("link"), str(record.get("link") or "").lower())


def problem_of(traceback, source, version, folder):
    from .runtime.failure import Failure

    chain = [Raised(record) for record in _records(traceback, "exceptions")]
    if not isinstance(source, str) or len(source) > _LONGEST_SOURCE:
        source = None
    return Failure(chain or [Raised({})], source, tuple(version), folder)


def syntax_problem_of(problem):
    raised, place = problem.raised, problem.raised.syntax_range
    return SyntaxProblem(
        type=raised.type,
        message=_PLACE.sub("", raised.message),
        file=raised.syntax_file,
        line=place.line,
        end_line=place.end_line,
        column=place.column,
        end_column=place.end_column,
        text=raised.syntax_line,
        source=problem.source,
        version=problem.version,
    )
