# SPDX-License-Identifier: GPL-3.0-or-later
"""Exceptions as the window shows them: plain values, from any Python.

    {"exceptions": [{"type": "AssertionError", "message": "assert 3 == 4", "notes": [], "link": "", "syntax": false,
                     "frames": [{"file": ..., "function": ..., "line": 12, "endLine": 12, "column": 4, "endColumn": 9,
                                 "text": "    assert total == 4", "own": true, "values": [["total", "int", "3"], ...]}]}],
     "text": "Traceback (most recent call last): ..."}

exceptions[0] ended the test; each further one is the cause ("cause") or the context ("context") of the one before.
Columns count UTF-16 code units from 0, as the window does; -1: unknown.
"""

import linecache
import os
import sys
import sysconfig
import tokenize

_MOST_EXCEPTIONS = 10
_MOST_FRAMES = 60
_MOST_VALUES = 30
_LONGEST_VALUE = 500
_LONGEST_MESSAGE = 10_000
_MACHINERY = ("_pytest", "pluggy", "pytest", "skillet_tests")  # folders whose frames are nobody's code


def describe(error):
    """Never raises: what cannot be told of an exception is left out."""
    if _is_wrapper(error) and error.__cause__ is not None:
        error = error.__cause__
    exceptions = []
    link = ""
    seen = set()
    while error is not None and id(error) not in seen and len(exceptions) < _MOST_EXCEPTIONS:
        seen.add(id(error))
        exceptions.append(_exception(error, link))
        if error.__cause__ is not None:
            error, link = error.__cause__, "cause"
        elif error.__context__ is not None and not error.__suppress_context__:
            error, link = error.__context__, "context"
        else:
            error = None
    return {"exceptions": exceptions, "text": _plain(exceptions)}


def _is_wrapper(error):
    """pytest's own, around what a file of tests did when it was read."""
    return type(error).__name__ == "CollectError" and type(error).__module__.startswith("_pytest")


def _exception(error, link):
    is_syntax = isinstance(error, SyntaxError)
    frames = _frames(error.__traceback__) or ([] if is_syntax else _frames(error.__traceback__, every=True))
    if is_syntax and isinstance(getattr(error, "filename", None), str) and isinstance(error.lineno, int):
        frames.append(_syntax_frame(error))
    kind = type(error)
    name = getattr(kind, "__qualname__", "Exception")
    module = getattr(kind, "__module__", "builtins")
    if module not in ("builtins", "__main__"):
        name = f"{module}.{name}"
    return {
        "type": name,
        "message": (_text(error.msg) if is_syntax else _text(error))[:_LONGEST_MESSAGE],
        "notes": [str(note)[:_LONGEST_MESSAGE] for note in _notes(error)],
        "link": link,
        "syntax": is_syntax,
        "frames": frames,
    }


def _notes(error):
    notes = getattr(error, "__notes__", ())
    return [note for note in notes if isinstance(note, str)][:20] if isinstance(notes, (list, tuple)) else []


def _text(value):
    try:
        return str(value)
    except BaseException:  # whatever a class of the learner's does
        return "<its text cannot be told>"


def _frames(trace, every=False):
    """Those from the first of the learner's on, unless `every` one is wanted."""
    found = []
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if not _is_machinery(file):
            found.append(trace)
        trace = trace.tb_next
    if len(found) > _MOST_FRAMES:
        found = found[: _MOST_FRAMES // 2] + found[-_MOST_FRAMES // 2 :]
    frames = [_frame(trace) for trace in found]
    if every:
        return frames
    # Before it, Python only imports their file.
    first = next((index for index, frame in enumerate(frames) if frame["own"]), len(frames))
    return frames[first:]


def _is_machinery(file):
    parts = file.replace("\\", "/").split("/")
    return any(name in parts[:-1] for name in _MACHINERY) or parts[-1] in ("pytest.py", "run.py") and (
        "skillet_tests" in parts
    )


def _frame(trace):
    code = trace.tb_frame.f_code
    line, end_line, column, end_column = trace.tb_lineno, -1, -1, -1
    if hasattr(code, "co_positions"):
        for index, place in enumerate(code.co_positions()):
            if index == trace.tb_lasti // 2:
                if place[0] == line and None not in place:
                    _, end_line, column, end_column = place
                break
    file = os.path.abspath(code.co_filename) if not code.co_filename.startswith("<") else code.co_filename
    text = linecache.getline(code.co_filename, line).rstrip("\r\n")
    if column >= 0:  # Python counts bytes of UTF-8
        column = _units(text.encode("utf-8", "replace")[:column].decode("utf-8", "replace"))
        last = linecache.getline(code.co_filename, end_line).rstrip("\r\n")
        end_column = _units(last.encode("utf-8", "replace")[:end_column].decode("utf-8", "replace"))
    own = _is_own(file)
    return {
        "file": file,
        "function": getattr(code, "co_qualname", code.co_name),
        "line": line,
        "endLine": end_line,
        "column": column,
        "endColumn": end_column,
        "text": text[:4000],
        "own": own,
        "values": _values(trace.tb_frame) if own else [],
    }


def _units(text):
    return len(text) + sum(ord(character) > 0xFFFF for character in text)


def _of_text(error):
    """The same error with its columns in characters. pytest compiles the bytes of a file, and then CPython may count
    those."""
    try:
        with tokenize.open(error.filename) as file:
            compile(file.read(), error.filename, "exec", dont_inherit=True)
    except SyntaxError as again:
        if (again.msg, again.lineno) == (error.msg, error.lineno):
            return again
    except (OSError, ValueError):
        pass
    return error


def _syntax_frame(error):
    error = _of_text(error)
    # Offsets count characters from 1, -1 or 0 mean none.
    text = (error.text or linecache.getline(error.filename, error.lineno)).rstrip("\r\n")
    column = _units(text[: error.offset - 1]) if (error.offset or 0) > 0 else -1
    end_line = getattr(error, "end_lineno", None) or -1
    end_offset = getattr(error, "end_offset", None) or -1
    last = text if end_line == error.lineno else linecache.getline(error.filename, max(end_line, 1))
    end_column = _units(last[: end_offset - 1]) if end_offset > 0 else -1
    return {
        "file": os.path.abspath(error.filename),
        "function": "<syntax>",
        "line": error.lineno,
        "endLine": end_line,
        "column": column,
        "endColumn": end_column,
        "text": text[:4000],
        "own": _is_own(error.filename),
        "values": [],
    }


_PACKAGES = tuple(
    os.path.abspath(path) + os.sep
    for path in {sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib")}
    if path
)


def _is_own(file):
    parts = file.split(os.sep)
    return not (
        file.startswith("<")
        or file.startswith(_PACKAGES)
        or "site-packages" in parts
        or "dist-packages" in parts
    )


def _values(frame):
    values = []
    for name, value in list(frame.f_locals.items()):
        if len(values) == _MOST_VALUES:
            break
        if name.startswith(("__", "@")) or isinstance(value, type(sys)) or callable(value) and hasattr(value, "__code__"):
            continue
        values.append([name, type(value).__name__, _bounded(value)])
    return values


def _bounded(value):
    try:
        import reprlib

        shortener = reprlib.Repr()
        shortener.maxstring = shortener.maxother = _LONGEST_VALUE
        shortener.maxlist = shortener.maxtuple = shortener.maxdict = shortener.maxset = 20
        return shortener.repr(value)[:_LONGEST_VALUE]
    except BaseException:
        return "<its text cannot be told>"


def _plain(exceptions):
    """As Python writes it, without the frames of pytest."""
    parts = []
    for exception in reversed(exceptions):
        lines = []
        frames = [frame for frame in exception["frames"] if frame["function"] != "<syntax>"]
        if frames:
            lines.append("Traceback (most recent call last):")
        for frame in frames:
            lines.append(f'  File "{frame["file"]}", line {frame["line"]}, in {frame["function"].split(".")[-1]}')
            if frame["text"].strip():
                lines.append("    " + frame["text"].strip())
        if exception["syntax"] and len(frames) < len(exception["frames"]):
            frame = exception["frames"][-1]
            lines.append(f'  File "{frame["file"]}", line {frame["line"]}')
            lines.append("    " + frame["text"].strip())
        message = exception["message"]
        lines.append(f'{exception["type"]}: {message}' if message else exception["type"])
        lines += exception["notes"]
        parts.append("\n".join(lines))
        if exception["link"] == "cause":
            parts.append("The above exception was the direct cause of the following exception:")
        elif exception["link"] == "context":
            parts.append("During handling of the above exception, another exception occurred:")
    return "\n\n".join(parts) + "\n"
