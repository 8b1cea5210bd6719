# SPDX-License-Identifier: GPL-3.0-or-later
"""A SyntaxProblem as the rules ask about it: lines, tokens, the place, and answers with proven suggestions."""

import functools
import keyword
import re

from ..model import Explanation, Suggestion
from .scan import Scan
from .trial import Trial

BLOCK_WORDS = (
    "if",
    "elif",
    "else",
    "for",
    "while",
    "def",
    "class",
    "try",
    "except",
    "finally",
    "with",
    "match",
    "case",
)
_MOST_LINES = 160
_AROUND = 40
_WIDEST = 400
_TOP = re.compile(r"(?!(?:elif|else|except|finally)\b)[A-Za-z_@]")

CAUSES = {}
RULES = []


def rule(cause=None, summary="", **more):
    """Keeps a function as a rule. It may answer with `cause`, or one of `more` (underscores stand for dashes)."""
    if cause:
        CAUSES["syntax." + cause] = summary
    CAUSES.update(("syntax." + name.replace("_", "-"), text) for name, text in more.items())

    def keep(function):
        RULES.append(function)
        return function

    return keep


def causes(table):
    """Names causes that a rule takes from a table."""
    CAUSES.update(("syntax." + name, text) for name, text in table.items())


def characters(line, byte):
    """The column in characters of a column in UTF-8 bytes."""
    return len(line.encode("utf-8", "surrogatepass")[:byte].decode("utf-8", "ignore")) if byte >= 0 else -1


class Case:
    def __init__(self, error):
        self.error = error
        self.message = error.message
        self.version = tuple(error.version)[:2]
        lines, self.first, self.alone = _window(error)
        self.lines = lines  # those around the error; self.first is the number of the first of them
        self.trial = Trial(lines, self.alone)
        self.line = min(max(error.line, self.first), self.first + len(lines) - 1)
        self.text = self.at(self.line)
        column = characters(self.text, error.column)
        self.column = column if error.line == self.line else -1

    def says(self, pattern):
        return re.search(pattern, self.message)

    @property
    def vague(self):
        """CPython only knows that something is wrong."""
        return self.says(r"^invalid syntax$") is not None

    def at(self, line):
        index = line - self.first
        return self.lines[index] if 0 <= index < len(self.lines) else ""

    @functools.cached_property
    def scan(self):
        found = Scan("\n".join(self.lines) + "\n", self.version)
        offset = self.first - 1
        if offset:
            for token in found.tokens + found.comments:
                token.line += offset
                token.end_line += offset
            found.unclosed = [(opener, line + offset if line else None) for opener, line in found.unclosed]
        return found

    @property
    def tokens(self):
        return self.scan.tokens

    def row(self, line):
        """The tokens that begin on a line."""
        return self._rows.get(line, [])

    @functools.cached_property
    def _rows(self):
        rows = {}
        for token in self.tokens:
            if token.kind != "newline":
                rows.setdefault(token.line, []).append(token)
        return rows

    def code_line_above(self, line):
        """The nearest line above that is neither blank nor only a comment; 0 when there is none."""
        above = [number for number in self._rows if number < line]
        return max(above, default=0)

    def code_line_below(self, line):
        return min((number for number in self._rows if number > line), default=0)

    @functools.cached_property
    def near(self):
        """The lines where the culprit may be, likeliest first: CPython often points at the line after it."""
        lines = [self.line] if self.row(self.line) else []
        above = self.code_line_above(self.line)
        return lines + ([above] if above else [])

    @functools.cached_property
    def here(self):
        """The token at the place of the error, or the first behind it on the line."""
        for token in self.row(self.line):
            if self.column < token.end_column or token.end_line > token.line:
                return token
        return None

    def statement(self, line):
        """The tokens of the whole statement that the line belongs to."""
        tokens = self.tokens
        inside = next((i for i, token in enumerate(tokens) if token.line >= line and token.kind != "newline"), None)
        if inside is None:
            return []
        start = inside
        while start > 0 and tokens[start - 1].kind != "newline":
            start -= 1
        end = inside
        while end < len(tokens) and tokens[end].kind != "newline":
            end += 1
        return tokens[start:end]

    def gives_value(self, name):
        """Whether the text makes this a name of its own."""
        return any(
            token.text == name
            and (
                following.text in ("=", "in", ":=")
                or before.text in ("def", "class", "as", "import", "for", "(", ",") and following.text in (",", ")", ":", "=")
            )
            for before, token, following in zip(self.tokens[:1] + self.tokens, self.tokens, self.tokens[1:])
        )

    def indent(self, line):
        text = self.at(line)
        return text[: len(text) - len(text.lstrip(" \t\f"))]

    def code_end(self, line):
        """The column behind the last token of a line, in front of its comment."""
        row = self.row(line)
        if row and row[-1].end_line == line:
            return row[-1].end_column
        return len(self.at(line).rstrip())

    # Mended lines: pairs of a line's number and its new text.

    def put(self, line, column, text):
        old = self.at(line)
        return line, old[:column] + text + old[column:]

    def swap(self, first, text, last=None):
        """Text in place of the tokens from first to last, on one line."""
        last = last or first
        old = self.at(first.line)
        return first.line, old[: first.column] + text + old[last.end_column :]

    def append(self, line, text):
        return self.put(line, self.code_end(line), text)

    def proven(self, mends):
        """The first of the mended lines that holds in a trial compile, as a Suggestion."""
        for mend in mends:
            if mend is None:
                continue
            line, after = mend
            before = self.at(line)
            if before != after and self.trial.proves(line - self.first + 1, after):
                return Suggestion(line if not self.alone else max(self.error.line, 1), before, after)
        return None

    def say(self, cause, title, why, tries, mends=(), must=False, certain=True):
        """An answer. With `must` there is only one when a mended line is proven."""
        cause = "syntax." + cause
        if cause not in CAUSES:
            raise KeyError(cause)
        suggestion = self.proven(
            [mends] if isinstance(mends, tuple) and len(mends) == 2 and isinstance(mends[0], int) else mends
        )
        if must and suggestion is None:
            return None
        tries = (tries,) if isinstance(tries, str) else tuple(tries)
        return Explanation(cause, title, why, tries, suggestion, certain)


def brief(text, longest=60):
    """Code for a sentence, between backticks."""
    text = " ".join(text.split())
    text = text if len(text) <= longest else text[: longest - 1] + "…"
    return f"`{text}`" if "`" not in text else f"'{text}'"


def is_keyword(word):
    return keyword.iskeyword(word)


def _joined(lines, line):
    """The line and those above that a backslash joins to it: CPython may show the first of them."""
    yield lines[line - 1]
    while line > 1 and lines[line - 2].rstrip().endswith("\\"):
        line -= 1
        yield lines[line - 1]


def _window(error):
    """(lines, number of the first, whether it is one line alone) of what the rules look at."""
    source = error.source
    if source is None or error.line < 1:
        if source is None or len(source) > 20_000:
            return [error.text], max(error.line, 1), True
    lines = re.split(r"\r\n|\r|\n", source)
    if lines and lines[0].startswith("\ufeff"):
        lines[0] = lines[0][1:]
    if len(lines) > 1 and not lines[-1]:
        lines.pop()
    if error.line > len(lines) + 1 or (
        error.text.strip()
        and error.line <= len(lines)
        and not any(error.text.strip() in line for line in _joined(lines, error.line))
        and not error.message.startswith("f-string")
    ):
        return [error.text], max(error.line, 1), True  # the file has changed since
    if len(lines) <= _MOST_LINES:
        return lines, 1, False
    start = max(0, error.line - 1 - _AROUND)
    while start > 0 and not _TOP.match(lines[start]):
        start -= 1
    end = min(len(lines), error.line + _AROUND)
    while end < len(lines) and not _TOP.match(lines[end]):
        end += 1
    if end - start > _WIDEST:
        return [error.text], max(error.line, 1), True
    return lines[start:end], start + 1, False
