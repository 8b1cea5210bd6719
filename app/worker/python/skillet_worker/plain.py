# SPDX-License-Identifier: GPL-3.0-or-later
"""An exception in Python's own words."""

import io
import sys
import traceback

from . import sources

_MOST_MESSAGE = 4000
_MOST_NOTES = 20
_SUGGESTING = (NameError, AttributeError, ImportError)


def describe(exception):
    """(text as the terminal shows it, [(message, [notes]) of the exception and of each one behind it in the chain]).

    Asks the exceptions for their text, so it may run code of the learner's; whatever that raises is caught by the
    traceback module.
    """
    sources.prepare_linecache()
    _complete_syntax_error(exception)
    whole = traceback.TracebackException(type(exception), exception, exception.__traceback__, compact=True)
    parts = []
    for part in _all_parts(whole, set()):
        part.stack[:] = [frame for frame in part.stack if sources.origin(frame.filename) != sources.HOST]
    if sys.version_info < (3, 12) and isinstance(exception, _SUGGESTING):
        _add_suggestion(whole, exception)
    part = whole
    while part is not None:
        message = part.msg if isinstance(getattr(part, "msg", None), str) else str(part)
        notes = part.__notes__ if type(part.__notes__) is list else []
        notes = [_bounded(note) for note in notes[:_MOST_NOTES] if type(note) is str]
        parts.append((_bounded(message), notes))
        part = part.__cause__ or (None if part.__suppress_context__ else part.__context__)
    return "".join(whole.format()), parts


def _bounded(text):
    return text if len(text) <= _MOST_MESSAGE else text[:_MOST_MESSAGE] + "…"


def _all_parts(part, seen):
    if part is None or id(part) in seen:
        return
    seen.add(id(part))
    yield part
    yield from _all_parts(part.__cause__, seen)
    yield from _all_parts(part.__context__, seen)
    for member in part.exceptions or ():
        yield from _all_parts(member, seen)


def _complete_syntax_error(exception):
    """Errors found after parsing (`return` outside a function) come without their line when there is no file."""
    if isinstance(exception, SyntaxError) and exception.text is None and isinstance(exception.filename, str):
        if isinstance(exception.lineno, int) and exception.filename.startswith("<python-input-"):
            line = sources.line(exception.filename, exception.lineno)
            if line:
                exception.text = line + "\n"


def _add_suggestion(part, exception):
    """Up to 3.11, "Did you mean" is added by the interpreter's own printer and not by the traceback module."""
    own = io.StringIO()
    saved = sys.stderr
    sys.stderr = own
    try:
        sys.__excepthook__(type(exception), exception, exception.__traceback__)
    finally:
        sys.stderr = saved
    plain = str(part)
    for line in own.getvalue().splitlines():
        before, found, suggestion = line.rpartition(". Did you mean: ")
        if found and before.endswith(plain):
            part._str = plain + found + suggestion
