# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the catalogue's cases. A file holds programs, each under a head line

    ### name-error.misspelt, not name-error.other-scope

that says which cause must be found in it (`general`: none), and which ones must not. Lines that start with `#:` say more:

    #: says TEXT        the title, the why or the tries hold TEXT
    #: suggests TEXT    the suggested line is TEXT
    #: uncertain        the explanation says "may"
    #: since 3.12       earlier Pythons have no such error
    #: until 3.11
    #: file NAME        what follows is another file of the program

A recorded case, of a Python that does not run here, has `#: python 3.8`, `#: raises TYPE: MESSAGE`, its failing line as
its text, and its values as `#: value NAME TYPE PREVIEW`.
"""

import dataclasses
import os
import sys


@dataclasses.dataclass
class Case:
    place: str
    cause: str  # None: not asked for
    not_causes: list
    says: list = dataclasses.field(default_factory=list)
    suggests: str = None
    uncertain: bool = False
    files: dict = dataclasses.field(default_factory=dict)
    python: tuple = None
    raises: tuple = None
    values: list = dataclasses.field(default_factory=list)
    applies: bool = True


def _version(text):
    return tuple(int(part) for part in text.split("."))


def _head(place, line):
    cause, not_causes = None, []
    for part in line[3:].split(","):
        part = part.strip()
        if part.startswith("not "):
            not_causes.append(part[4:])
        else:
            cause = "" if part == "general" else part
    return Case(place, cause, not_causes)


def _option(case, text):
    """Takes in a line that starts with `#:`; gives the name of the file that begins there, if one does."""
    word, _, rest = text.partition(" ")
    if word == "says":
        case.says.append(rest)
    elif word == "suggests":
        case.suggests = rest
    elif word == "uncertain":
        case.uncertain = True
    elif word == "since":
        case.applies = case.applies and sys.version_info[:2] >= _version(rest)
    elif word == "until":
        case.applies = case.applies and sys.version_info[:2] <= _version(rest)
    elif word == "python":
        case.python = _version(rest)
    elif word == "raises":
        case.raises = tuple(rest.split(": ", 1)) if ": " in rest else (rest, "")
    elif word == "value":
        name, kind, preview = rest.split(" ", 2)
        case.values.append({"name": name, "type": kind, "preview": preview, "length": -1, "known": True})
    elif word == "file":
        return rest
    else:
        raise ValueError(f"{case.place}: {text!r} is no option")
    return None


def read(path):
    cases, case, current = [], None, "program.py"
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("\n")
    for number, line in enumerate(lines, 1):
        if line.startswith("### "):
            case = _head(f"{os.path.basename(path)}:{number}", line)
            cases.append(case)
            current = "program.py"
            case.files[current] = ""
        elif case is not None and line.startswith("#: "):
            started = _option(case, line[3:])
            if started:
                current = started
                case.files[current] = ""
        elif case is not None:
            case.files[current] += line + "\n"
    for each in cases:
        each.files = {name: text.rstrip("\n") + "\n" for name, text in each.files.items()}
    return cases


def read_folder(folder):
    return [case for name in sorted(os.listdir(folder)) if name.endswith(".cases")
            for case in read(os.path.join(folder, name))]
