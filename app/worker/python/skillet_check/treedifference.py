# SPDX-License-Identifier: GPL-3.0-or-later
"""Where two programs differ, decided on their syntax trees: layout, comments and the sort of quotes do not count."""

import ast
from dataclasses import dataclass
from itertools import zip_longest


@dataclass(frozen=True)
class Difference:
    message: str  # for the learner
    line: int  # of the learner's program
    wanted: str  # the piece of the original, or ''
    got: str  # the learner's piece, or ''


def difference(source, original):
    """The first place where `source` (bytes) is another program than `original`; None when they are the same."""
    mine, wanted = ast.parse(source), ast.parse(original)
    if ast.dump(mine) == ast.dump(wanted):
        return None
    return _Search(source.decode("utf-8"), original.decode("utf-8")).bodies(mine, wanted, "body", 0)


class _Search:
    def __init__(self, mine, wanted):
        self._mine = mine
        self._wanted = wanted

    def bodies(self, mine, wanted, field, line):
        """The first difference of two lists of statements; the one before them ends on `line`."""
        for left, right in zip_longest(getattr(mine, field), getattr(wanted, field)):
            if left is None:
                where = f"After line {line}" if line else "At the beginning"
                text = _first_line(self._of(self._wanted, right))
                return Difference(f"{where} a line is missing.", max(line, 1), text, "")
            if right is None:
                text = _first_line(self._of(self._mine, left))
                return Difference(f"Line {left.lineno} is not in the snippet.", left.lineno, "", text)
            if ast.dump(left) != ast.dump(right):
                return self.nodes(left, right, left)
            line = left.end_lineno
        return None

    def nodes(self, mine, wanted, place):
        """The smallest difference of two trees that do differ; `place` is a node of the learner's with a line."""
        place = mine if hasattr(mine, "lineno") else place
        if type(mine) is not type(wanted):
            return self._differ(mine, wanted, place)
        unlike = [field for field in mine._fields if _text(getattr(mine, field)) != _text(getattr(wanted, field))]
        for field in unlike:
            left, right = getattr(mine, field), getattr(wanted, field)
            if isinstance(left, list) and _holds_statements(left, right):
                continue  # the head of a statement is told before its body
            if isinstance(left, ast.AST) and isinstance(right, ast.AST) and hasattr(left, "lineno"):
                return self.nodes(left, right, place)
            if isinstance(left, ast.AST) and isinstance(right, ast.AST) and type(left) is type(right):
                return self.nodes(left, right, place)
            if isinstance(left, list) and len(left) == len(right):
                for one, other in zip(left, right):
                    if _text(one) != _text(other) and isinstance(one, ast.AST) and isinstance(other, ast.AST):
                        return self.nodes(one, other, place)
            return self._differ(mine, wanted, place)
        for field in unlike:
            line = place.lineno if field == "body" else max(getattr(place, "lineno", 1), _end(mine, field))
            return self.bodies(mine, wanted, field, line)
        return self._differ(mine, wanted, place)

    def _differ(self, mine, wanted, place):
        got, want = self._of(self._mine, mine), self._of(self._wanted, wanted)
        if not got or not want:
            got, want = self._of(self._mine, place), want or ""
        if isinstance(mine, ast.stmt) or isinstance(wanted, ast.stmt):
            got, want = _first_line(got), _first_line(want)
        words = f"Line {place.lineno} is not as in the snippet"
        if want and got and want.casefold() == got.casefold():
            words += ": only capital and small letters differ"
        return Difference(f"{words}.", place.lineno, want, got)

    def _of(self, text, node):
        return (ast.get_source_segment(text, node) or "") if hasattr(node, "lineno") else ""


def _end(node, field):
    """The last line before the part `field` of a compound statement."""
    ends = [0]
    for name, value in ast.iter_fields(node):
        if name == field:
            break
        ends += [
            part.end_lineno for part in (value if isinstance(value, list) else [value]) if hasattr(part, "end_lineno")
        ]
    return max(ends)


def _text(value):
    if isinstance(value, ast.AST):
        return ast.dump(value)
    if isinstance(value, list):
        return [_text(part) for part in value]
    return (type(value).__name__, repr(value))


def _holds_statements(*lists):
    return any(isinstance(part, (ast.stmt, ast.excepthandler, ast.match_case)) for parts in lists for part in parts)


def _first_line(text):
    return text.splitlines()[0] if text else ""
