# SPDX-License-Identifier: GPL-3.0-or-later
"""Leaves out of a long program what no rule asks about, so that the rest is read in milliseconds.

Functions and classes at the top level that have nothing to do with the failure become one line of the same name; every
line keeps its number. What was left out is read after all when somebody asks for it by name.
"""

import ast
import re

SHORTEST = 300  # lines; a shorter text is read as it is

_OPENS = re.compile(r"(async\s+def|def|class)\s+(\w+)")
_GOES_ON = re.compile(r"[ \t\f#)\]}]|$|(?:else|elif|except|finally)\b")
_IN_MESSAGE = re.compile(r"['\"‘“]([^'\"‘’“”\s]+)['\"’”]|([\w.]+)\(\)")
_NAMING = frozenset(("NameError", "UnboundLocalError", "AttributeError", "TypeError", "ImportError", "ModuleNotFoundError"))


class Trimmed:
    def __init__(self, lines, line, error_type, message):
        self.lines = list(lines)
        self._left_out = []  # (index of the first line, text)
        if len(lines) >= SHORTEST:
            self._trim(line, _named(error_type, message))

    @property
    def is_whole(self):
        return not self._left_out

    def _trim(self, line, wanted):
        starts = [index for index, text in enumerate(self.lines) if not _GOES_ON.match(text)]
        for start, end in zip(starts, [*starts[1:], len(self.lines)]):
            opened = _OPENS.match(self.lines[start])
            if opened is None or start < line <= end:
                continue
            chunk = "\n".join(self.lines[start:end])
            if (wanted is not None and wanted.search(chunk)) or (opened[1] == "class" and "async def" in chunk):
                continue
            self._left_out.append((start, chunk))
            brackets = "" if opened[1] == "class" else "()"
            self.lines[start:end] = [f"{opened[1]} {opened[2]}{brackets}: pass"] + [""] * (end - start - 1)

    def definitions(self, name):
        """The functions and classes of that name in what was left out, whole."""
        found = []
        spelt = re.compile(rf"\b(?:def|class)\s+{re.escape(name)}\b")
        for start, chunk in self._left_out:
            if name not in chunk or spelt.search(chunk) is None:
                continue
            try:
                tree = ast.parse("\n" * start + chunk)
            except (SyntaxError, ValueError, RecursionError, MemoryError):
                continue
            found.extend(node for node in ast.walk(tree) if getattr(node, "name", "") == name)
        return found


def _named(error_type, message):
    """A pattern for the names that the message speaks of; None when it speaks of none."""
    if error_type not in _NAMING:
        return None
    names = {part for found in _IN_MESSAGE.findall(message[:2000]) for text in found
             for part in text.split(".") if part.isidentifier()}
    return re.compile(r"\b(?:" + "|".join(sorted(names)) + r")\b") if names else None
