# SPDX-License-Identifier: GPL-3.0-or-later
"""Which text stands behind a file name, and whose it is."""

import builtins
import os
import sys

# Functions below look builtins up here: the learner may delete or replace their own.
__builtins__ = dict(vars(builtins))

LEARNER, LIBRARY, HOST = 0, 1, 2
_LONGEST_LINE = 4000

_texts = {}  # file name -> list of lines with their ends
_origins = {}  # file name -> one of the above
_linecache = None
_prompt_inputs = 0

_here = os.path.dirname(os.path.abspath(__file__))
_host_folders = tuple(
    os.path.join(os.path.dirname(_here), name) + os.sep for name in ("skillet_worker", "skillet_check")
)  # their frames are not shown
_stdlib = os.path.dirname(os.path.abspath(os.__file__)) + os.sep
_package_folders = (os.sep + "site-packages" + os.sep, os.sep + "dist-packages" + os.sep)


def register(name, text):
    """Says that `name` is this text, whatever a file of that name holds."""
    lines = [line + "\n" for line in text.split("\n")]
    _texts[name] = lines
    if _linecache is not None:
        _enter(name, lines)


def register_prompt_input(text):
    """Gives text typed at the prompt a name of its own, and returns it."""
    global _prompt_inputs
    name = f"<python-input-{_prompt_inputs}>"
    _prompt_inputs += 1
    register(name, text)
    return name


def register_part(name, text):
    """Says that some lines of the file `name` are those of `text`, which begins with as many empty lines as come before
    them. The others stay what they are."""
    part = text.rstrip("\n").split("\n")
    first = next((number for number, line in enumerate(part) if line.strip()), 0)
    prepare_linecache()
    known = list(_texts.get(name) or _linecache.getlines(name))
    known += ["\n"] * (len(part) - len(known))
    known[first : len(part)] = [line + "\n" for line in part[first:]]
    _texts[name] = known
    _enter(name, known)


def _enter(name, lines):
    # Without a time of change, linecache.checkcache() leaves an entry alone.
    _linecache.cache[name] = (sum(map(len, lines)), None, lines, name)


def prepare_linecache():
    """Loads linecache, for tracebacks and inspect.getsource(). It costs some milliseconds, hence not at the start."""
    global _linecache
    if _linecache is None:
        import linecache

        _linecache = linecache
        for name, lines in _texts.items():
            _enter(name, lines)


def line(name, number):
    """The text of a line without its newline, or ''."""
    prepare_linecache()
    lines = _texts.get(name)
    if lines is None:
        _linecache.checkcache(name)
        lines = _linecache.getlines(name)
    return lines[number - 1].rstrip("\r\n")[:_LONGEST_LINE] if 0 < number <= len(lines) else ""


def lines(name, first, last):
    """The lines from `first` to `last` with single newlines between them."""
    return "\n".join(line(name, number) for number in range(first, last + 1))


def hide(folder):
    """Frames of the Python files in `folder` are not shown: it holds an exercise's checks."""
    global _host_folders
    _host_folders += (os.path.join(folder, ""),)
    _origins.clear()


def origin(name):
    """Whose code the file holds: LEARNER, LIBRARY or HOST."""
    known = _origins.get(name)
    if known is None:
        known = _origins[name] = _find_origin(name)
    return known


def _find_origin(name):
    if name.startswith(_host_folders):
        return HOST
    if name in _texts:
        return LEARNER
    if name.startswith(("<frozen ", "<__array_function__")):
        return LIBRARY
    if name.startswith(_stdlib) or any(folder in name for folder in _package_folders):
        return LIBRARY
    return LEARNER


def learner_modules():
    """Names of the loaded modules that come from the learner's own files."""
    found = []
    for name, module in list(sys.modules.items()):
        file = getattr(module, "__file__", None)
        if name != "__main__" and isinstance(file, str) and _find_origin(file) == LEARNER:
            found.append(name)
    return found
