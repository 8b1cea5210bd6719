# SPDX-License-Identifier: GPL-3.0-or-later
"""The places that belong to one name of a program: where it comes from, where it is used, and whether it can have another
name. By jedi, which reads source and runs none of it.

Each function gives (answer, name, [(file, line, column, end column, text, is definition, is library)], more,
[(taken name, line)], [other file]). Lines count from 1, columns in UTF-8 bytes from 0; the file of the source itself is "".
"""

import builtins
import dataclasses
import keyword
import os
import re
import time

from . import reading, scopes

_MOST = 2000
_NOT_SEARCHED = 2  # letters of a name, by jedi in other files
_MOST_FILES = 400
_LARGEST_FILE = 1_000_000  # bytes
_SECONDS_FOR_FILES = 0.4
_WORD = re.compile(r"\w+")
_INSTALLED = re.compile(r"/(?:site|dist)-packages/")


@dataclasses.dataclass(frozen=True)
class _Use:
    """As jedi's names, of a place that jedi has not found."""

    name: str
    module_path: str
    line: int
    column: int
    text: str
    type: str = "statement"

    def get_line_code(self):
        return self.text

    def is_definition(self):
        return False


def definition(source, cursor, file, folder):
    word, line, column = _word_at(source, cursor)
    if not word:
        return _answer("no name")
    script = reading.script(source, file, folder)
    if script is None:
        return _answer("no reader", word)
    found = script.goto(line, column, follow_imports=True) or script.infer(line, column)
    places = _places(found, source, file, modules_too=True)
    if places:
        return _answer("known", word, _without_other_systems(places))
    return _answer("no source", _help_name(found, word)) if found else _answer("unknown", word)


def uses(source, cursor, file, folder):
    word, line, column = _word_at(source, cursor)
    if not word:
        return _answer("no name")
    script = reading.script(source, file, folder)
    if script is None:
        return _answer("no reader", word)
    found, more = script.get_references(line, column, scope="file"), False
    try:
        if file:
            found = script.get_references(line, column) or found
        if file and len(word) <= _NOT_SEARCHED:
            found = [*found, *_uses_of_short(word, script.goto(line, column, follow_imports=True), file, folder)]
    except (Exception, KeyboardInterrupt):  # in files that are not this one, or it took too long
        more = True
    places = [place for place in _places(found, source, file) if _text_at(place) == word]
    return _answer("known" if places else "unknown", word, places[:_MOST], more or len(places) > _MOST)


def _uses_of_short(word, meant, file, folder):
    """In other files, in which jedi does not look for names of a letter or two."""
    wanted = {(name.full_name, name.module_path) for name in meant if name.full_name and name.module_path}
    for path in _other_files(word, file, folder) if wanted else ():
        with open(path, encoding="utf-8", errors="replace") as other:
            text = other.read()
        script = reading.script(text, path, folder)
        for number, line in enumerate(text.split("\n"), 1):
            for place in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", line):
                far = script.goto(number, place.start(), follow_imports=True)
                if wanted & {(name.full_name, name.module_path) for name in far}:
                    yield _Use(word, path, number, place.start(), line)


def rename(source, cursor, file, folder):
    word, line, column = _word_at(source, cursor)
    if not word:
        return _answer("no name")
    try:
        program = scopes.Program(source)
    except (SyntaxError, ValueError) as error:
        number = min(max(getattr(error, "lineno", None) or 1, 1), source.count("\n") + 1)
        return _answer("unreadable", word, [("", number, 0, 0, source.split("\n")[number - 1], False, False)])
    script = reading.script(source, file, folder)
    if script is None:
        return _answer("no reader", word)
    if problem := _not_to_rename(script, program, source, file, (line, column), word):
        return problem
    found = script.get_references(line, column, scope="file")
    places = [place for place in _places(found, source, file) if not place[0] and _text_at(place) == word]
    if not any(is_definition for *_, is_definition, _ in places):
        return _answer("unknown", word)
    at = {(place[1], place[2]) for place in places}
    first = next(place for place in places if place[5])
    taken = program.taken((first[1], first[2]), at, word)
    own = [] if program.is_attribute((first[1], first[2])) else [(name, 0) for name in dir(builtins)]
    others = _other_files(word, file, folder) if program.is_seen_outside((first[1], first[2])) else []
    return _answer("known", word, places, bool(program.places_of(word) - at), taken + own, others)


def _not_to_rename(script, program, source, file, place, word):
    """The answer when it is not this file that gives the name."""
    if program.alias_at((place[0], _bytes(source.split("\n")[place[0] - 1][: place[1]]))):
        return None
    near = script.goto(*place)
    if not near:
        return _answer("unknown", word)
    own = [name for name in near if _file_of(name, file) == "" and name.line]
    for name in own:
        given = program.alias_at((name.line, _bytes(source.split("\n")[name.line - 1][: name.column])))
        if given:
            return None  # `import math as m`: `m` is this file's
        if given is not None:  # an import without `as`: the name is another file's
            far = script.goto(*place, follow_imports=True)
            if any(one.type == "module" for one in far or [name]):
                return _answer("module", word)
            return _answer("elsewhere", word, _places(far, source, file)[:1])
    if own:
        return None
    if all(name.type == "module" for name in near):
        return _answer("module", word)
    places = _places(near, source, file)
    return _answer("elsewhere", word, places[:1]) if places else _answer("no source", _help_name(near, word))


def _answer(answer, name="", places=(), more=False, taken=(), others=()):
    return answer, name, list(places), more, list(taken), list(others)


def _word_at(source, cursor):
    """(the name that the caret is in, before or behind; its line; its column)."""
    start = source.rfind("\n", 0, cursor) + 1
    line = source[start:].partition("\n")[0]
    for word in _WORD.finditer(line):
        if word.start() <= cursor - start <= word.end():
            if not word.group().isidentifier() or keyword.iskeyword(word.group()):
                continue
            return word.group(), source.count("\n", 0, cursor) + 1, word.start()
    return "", 0, 0


def _places(found, source, file, modules_too=False):
    """Those that have a source, each once; this file's first, then by file and place."""
    lines = source.split("\n")
    places = {}
    for name in found:
        path = _file_of(name, file)
        if path is None or name.line is None or (name.type == "module" and path and not modules_too):
            continue
        try:
            text = (lines[name.line - 1] if path == "" else name.get_line_code()).rstrip("\r\n")
        except (OSError, IndexError, UnicodeError):
            continue
        start = _bytes(text[: name.column])
        end = start if name.type == "module" and path else start + _bytes(name.name)
        places[path, name.line, start] = (path, name.line, start, end, text, name.is_definition(), _is_library(path))
    return [places[key] for key in sorted(places)]


def _file_of(name, file):
    """"" for the source itself; None: there is no source."""
    if name.module_path is None:
        return None if name.in_builtin_module() or name.module_name == "builtins" else ""
    path = str(name.module_path)
    if file and path == os.path.abspath(file):
        return ""
    return path if path.endswith((".py", ".pyw")) else None


def _is_library(path):
    return bool(path) and (path.startswith(os.path.dirname(os.__file__) + os.sep) or bool(_INSTALLED.search(path)))


def _without_other_systems(places):
    """`os.path` is one module or another, as the system is."""
    mine = [place for place in places if os.path.basename(place[0]) not in ("ntpath.py", "macpath.py")]
    return mine or places


def _help_name(found, word):
    full = next((name.full_name for name in found if name.full_name), None) or word
    return full.removeprefix("builtins.")


def _text_at(place):
    return place[4].encode()[place[2] : place[3]].decode(errors="replace")


def _bytes(text):
    return len(text.encode(errors="replace"))


def _other_files(word, file, folder):
    """Other programs of the project in which the word stands, as far as a moment goes."""
    whole = re.compile(rb"(?<!\w)%s(?!\w)" % re.escape(word.encode()))
    end = time.monotonic() + _SECONDS_FOR_FILES
    found, seen = [], 0
    for path in _programs(folder or os.path.dirname(file)) if file else ():
        seen += 1
        if seen > _MOST_FILES or time.monotonic() > end:
            break
        try:
            if os.path.abspath(path) == os.path.abspath(file) or os.path.getsize(path) > _LARGEST_FILE:
                continue
            with open(path, "rb") as other:
                if whole.search(other.read()):
                    found.append(path)
        except OSError:
            continue
    return found


def _programs(folder):
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "__pycache__"))
                            and not os.path.exists(os.path.join(place, name, "pyvenv.cfg")))  # fmt: skip
        yield from (os.path.join(place, name) for name in sorted(names) if name.endswith(".py"))
