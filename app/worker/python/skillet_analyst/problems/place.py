# SPDX-License-Identifier: GPL-3.0-or-later
"""Places in a text as ranges: lines from 1, columns in UTF-8 bytes from 0."""

import dataclasses
import re

_WORD = re.compile(r"\w+")


@dataclasses.dataclass(frozen=True)
class Place:
    line: int
    end_line: int
    column: int
    end_column: int

    @staticmethod
    def of_line(lines, line):
        """The line without the white space around it."""
        text = lines[line - 1]
        return Place(line, line, _bytes(text[: len(text) - len(text.lstrip())]), _bytes(text.rstrip()))

    @staticmethod
    def of_node(node):
        """What the syntax tree's node takes."""
        return Place(node.lineno, node.end_lineno, node.col_offset, node.end_col_offset)

    @staticmethod
    def of_name(lines, line, column, name):
        """The word `name` in the line, from `column` on; where it is not there, all from there."""
        text = lines[line - 1].encode()
        start = min(column, len(text))
        if found := re.compile(rb"(?<!\w)%s(?!\w)" % re.escape(name.encode())).search(text, start) if name else None:
            return Place(line, line, found.start(), found.end())
        return Place(line, line, start, max(start + 1, len(text.rstrip())))

    @staticmethod
    def of_characters(text, line, offset, error):
        """Of a syntax error, which counts characters from 1, and may say nothing or end on another line."""
        if not offset or offset < 1:
            return Place.of_line([text], 1)._replace_line(line)
        start = min(offset - 1, len(text.rstrip()) or 0)
        end_line, end = getattr(error, "end_lineno", None) or line, getattr(error, "end_offset", None) or 0
        if end_line != line or end <= offset:
            word = _WORD.match(text, start)
            end = (word.end() if word else start + 1) + 1
        return Place(line, line, _bytes(text[:start]), _bytes(text[: max(end - 1, start + 1)]))

    def _replace_line(self, line):
        return dataclasses.replace(self, line=line, end_line=line)


def problem(kind, code, text, place):
    """As problems() gives it."""
    return kind, code, text, place.line, place.end_line, place.column, place.end_column


def _bytes(text):
    return len(text.encode(errors="replace"))
