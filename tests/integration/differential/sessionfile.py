# SPDX-License-Identifier: GPL-3.0-or-later
"""One session in a file.

A file holds the lines that are typed, prompts left out; a line `^D` is the end of input at that place. It may be parted
by lines of the form `== name ==`:

    file NAME     a file that lies in the working folder
    arguments     what follows `python3 -i -q` and `skillet prompt`, a line each; DIR is the working folder
    python        options of python3 alone, a line each
    environment   variables, as NAME=VALUE
    session       the lines that are typed
    package NAME  a file among the packages of a virtual environment, in which both run then
    needs         modules that must be installed, a line each
    differs       why the two cannot say the same; then these are what `skillet prompt` must show:
    stdout, stderr, status
                  Where the first word is a version, as `3.13:`, this holds from that Python on.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

_PART = re.compile(r"== (file [^=]+|package [^=]+|arguments|python|environment|session|needs|differs|stdout|stderr|status) ==\n")

_NEVER = (99, 0)


@dataclass
class Session:
    name: str
    lines: str
    files: dict = field(default_factory=dict)
    packages: dict = field(default_factory=dict)
    arguments: list = field(default_factory=list)
    python: list = field(default_factory=list)
    environment: dict = field(default_factory=dict)
    needs: list = field(default_factory=list)
    differs_from: tuple = _NEVER  # the version of Python
    stdout: str = ""
    stderr: str = ""
    status: int = 0


def read(path, root):
    """The session in the file `path`; its name is the path from `root`."""
    pieces = _PART.split(Path(path).read_text(encoding="utf-8"))
    session = Session(str(Path(path).relative_to(root).with_suffix("")), pieces[0])
    for title, text in zip(pieces[1::2], pieces[2::2]):
        if title == "session":
            session.lines = text
        elif title.startswith("file "):
            session.files[title[5:]] = text
        elif title.startswith("package "):
            session.packages[title[8:]] = text
        elif title in ("arguments", "python", "needs"):
            setattr(session, title, text.splitlines())
        elif title == "environment":
            session.environment = dict(line.split("=", 1) for line in text.splitlines())
        elif title == "differs":
            since = re.match(r"(\d+)\.(\d+): ", text)
            session.differs_from = tuple(map(int, since.groups())) if since else (0, 0)
        elif title == "status":
            session.status = int(text)
        else:
            setattr(session, title, text)
    return session


def read_all(root):
    return [read(path, root) for path in sorted(Path(root).glob("*/*.txt"))]
