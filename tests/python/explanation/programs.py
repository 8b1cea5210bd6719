# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs small programs that fail, and gives their tracebacks in the form that goes over the wire.

The values are found as the worker finds them (by skillet_worker.names), with previews like the worker's.
"""

import contextlib
import io
import os
import sys
import tempfile
import traceback
import tracemalloc  # noqa: F401 (what warns of a coroutine wants it, and must not find it half loaded)
import warnings

from skillet_worker import names

_MISSING = object()


def preview(value, depth=0):
    if isinstance(value, type):
        return f"<class {value.__name__}>"
    kind = type(value)
    if kind in (list, tuple) and depth < 3:
        items = ", ".join(preview(item, depth + 1) for item in value[:12])
        return f"[{items}]" if kind is list else f"({items}{',' if len(value) == 1 else ''})"
    if kind is dict and depth < 3:
        pairs = list(value.items())[:12]
        return "{" + ", ".join(f"{preview(key, depth + 1)}: {preview(item, depth + 1)}" for key, item in pairs) + "}"
    if kind in (str, bytes):
        return repr(value[:120])
    if kind in (int, float, bool, complex, range, set, type(None)):
        return repr(value)[:200]
    if hasattr(kind, "__module__") and kind.__name__ in ("function", "module", "builtin_function_or_method"):
        return f"<{kind.__name__} {value.__name__}>"
    return f"<{kind.__name__} object>"


def _value(frame, expression):
    text, name, steps, called = expression
    scope = {**frame.f_globals, **frame.f_locals}
    if name not in scope:
        builtins = frame.f_globals.get("__builtins__", {})
        builtins = builtins if isinstance(builtins, dict) else vars(builtins)
        if steps or name in builtins:
            return None
        return {"name": text, "type": "", "preview": "", "length": -1, "known": False}
    value = scope[name]
    for kind, what in steps:
        value = _step(scope, value, kind, what)
        if value is _MISSING:
            return None
    if called and callable(value) and type(value).__name__ in ("function", "method", "type", "module",
                                                             "builtin_function_or_method"):
        return None
    length = len(value) if isinstance(value, (str, bytes, list, tuple, dict, set, frozenset)) else -1
    return {"name": text, "type": type(value).__name__, "preview": preview(value), "length": length, "known": True}


def _step(scope, value, kind, what):
    if kind == "attribute":
        if isinstance(value, type(sys)):
            return vars(value).get(what, _MISSING)
        return getattr(value, "__dict__", {}).get(what, _MISSING)
    if kind == "item of":
        what = scope.get(what, _MISSING)
    if type(value) in (dict, list, tuple) and type(what) in (str, int):
        with contextlib.suppress(LookupError, TypeError):
            return value[what]
    return _MISSING


def _frames(error, folder, texts):
    found = []
    for frame, _ in traceback.walk_tb(error.__traceback__):
        found.append(frame)
    places = traceback.StackSummary.extract(traceback.walk_tb(error.__traceback__), lookup_lines=False)
    records = []
    columns = _columns(error.__traceback__)
    for frame, place, where in zip(found, places, columns):
        file = place.filename
        own = file.startswith(folder)
        if file == __file__:
            continue
        line, end_line, column, end_column = where
        lines = texts.get(file, "").split("\n")
        text = lines[line - 1] if own and 0 < line <= len(lines) else (place.line or "")
        part = "\n".join(lines[line - 1 : max(line, end_line)])
        values = [_value(frame, each) for each in names.in_range(part, column, end_column)] if own else []
        records.append({
            "file": file,
            "function": getattr(frame.f_code, "co_qualname", frame.f_code.co_name),
            "range": {"line": line, "endLine": end_line, "column": column, "endColumn": end_column},
            "sourceLine": text,
            "origin": 0 if own else 1,
            "values": [value for value in values if value],
            "repeated": 0,
        })
    return records


def _columns(tb):
    while tb is not None:
        positions = list(tb.tb_frame.f_code.co_positions())[tb.tb_lasti // 2]
        line, end_line, column, end_column = (-1 if part is None else part for part in positions)
        yield tb.tb_lineno, end_line, column, end_column
        tb = tb.tb_next


def _type_name(error):
    kind = type(error)
    return kind.__qualname__ if kind.__module__ in ("builtins",) else f"{kind.__module__}.{kind.__qualname__}"


def _record(error, folder, texts, link):
    return {
        "type": _type_name(error),
        "message": str(error),
        "notes": list(getattr(error, "__notes__", ())),
        "frames": _frames(error, folder, texts),
        "isSyntaxError": isinstance(error, SyntaxError),
        "syntaxFile": "",
        "syntaxRange": {},
        "syntaxLine": "",
        "link": link,
    }


def wire(error, folder, texts):
    """The traceback of an error, as the worker would send it."""
    records, link = [], 0
    while error is not None and len(records) < 10:
        records.append(_record(error, folder, texts, link))
        if isinstance(error, BaseExceptionGroup) and len(records) == 1:
            records.extend({**_record(each, folder, texts, 0), "memberOf": 0} for each in error.exceptions[:8])
        if error.__cause__ is not None:
            error, link = error.__cause__, 1
        else:
            error, link = (None if error.__suppress_context__ else error.__context__), 2
    return {"exceptions": records, "plainText": ""}


def run(files):
    """Runs program.py of these files in a folder of its own. Gives (traceback, its text to look at, folder)."""
    with tempfile.TemporaryDirectory() as folder:
        folder = os.path.realpath(folder)
        texts = {}
        for name, text in files.items():
            path = os.path.join(folder, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
            texts[path] = text
        before, loaded, path = os.getcwd(), set(sys.modules), list(sys.path)
        limit = sys.getrecursionlimit()
        kept = {name: sys.modules.pop(name) for name in _hidden(files)}
        os.chdir(folder)
        sys.path.insert(0, folder)
        try:
            result = _run(os.path.join(folder, "program.py"), folder, texts)
        finally:
            os.chdir(before)
            sys.path[:] = path
            sys.setrecursionlimit(limit)
            for name in set(sys.modules) - loaded:
                if getattr(sys.modules[name], "__file__", None) and sys.modules[name].__file__.startswith(folder):
                    del sys.modules[name]
            sys.modules.update(kept)
        yield (*result, folder)


def _hidden(files):
    """Modules of the standard library that a file of the program takes the place of."""
    return [name[:-3] for name in files if name.endswith(".py") and name[:-3] in sys.modules]


def _run(path, folder, texts):
    scope = {"__name__": "__main__", "__builtins__": __builtins__, "__file__": path}
    main, module = sys.modules["__main__"], type(sys)("__main__")
    vars(module).update(scope)
    sys.modules["__main__"] = module
    argv, sys.argv = sys.argv, [path]
    stdin, sys.stdin = sys.stdin, io.StringIO("")
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                code = compile(texts[path], path, "exec", dont_inherit=True)
                exec(code, vars(module))
    except BaseException as error:  # SystemExit too
        traceback_record = wire(error, folder, texts)
        shown = [frame for frame in traceback_record["exceptions"][0]["frames"] if frame["origin"] == 0]
        return traceback_record, texts.get(shown[-1]["file"]) if shown else texts[path]
    finally:
        sys.modules["__main__"], sys.argv, sys.stdin = main, argv, stdin
    raise AssertionError("the program did not fail")
