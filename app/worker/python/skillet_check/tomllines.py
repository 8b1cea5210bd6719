# SPDX-License-Identifier: GPL-3.0-or-later
"""On which line of a TOML file a key stands, which tomllib does not tell."""

import re

_HEADER = re.compile(r"^\s*\[\[?\s*([\w.-]+)\s*\]\]?\s*(#.*)?$")
_KEY = re.compile(r"^\s*([\w-]+)\s*=")
_QUOTES = ('"""', "'''")


class TomlLines:
    """Lines of keys and tables, as far as course files use them: no quoted and no dotted keys."""

    def __init__(self, text):
        self._lines = {}
        counts = {}
        path = ()
        open_quote = None
        for number, line in enumerate(text.splitlines(), start=1):
            if open_quote is not None:
                open_quote = None if open_quote in line else open_quote
                continue
            header = _HEADER.match(line)
            key = _KEY.match(line)
            if header:
                names = header[1].split(".")
                path = ()
                for depth, name in enumerate(names):
                    last = depth == len(names) - 1
                    here = (*path, name)
                    if last and line.lstrip().startswith("[["):
                        counts[here] = counts.get(here, -1) + 1
                    path = (*here, counts[here]) if here in counts else here
                self._lines.setdefault(path, number)
                self._lines.setdefault(tuple(part for part in path if isinstance(part, str)), number)
            elif key:
                self._lines.setdefault((*path, key[1]), number)
                open_quote = next((q for q in _QUOTES if line.count(q) % 2), None)

    def of(self, *path):
        """The line of e.g. ("wrong", 1, "feedback"); of the table around it when it is not there; else 1."""
        while path:
            if path in self._lines:
                return self._lines[path]
            path = path[:-1]
        return 1
