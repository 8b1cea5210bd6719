# SPDX-License-Identifier: GPL-3.0-or-later
"""An exception in Python's own words."""

import builtins
import io
import sys
import traceback

from . import sources

# Functions below look builtins up here: the learner may delete or replace their own.
__builtins__ = dict(vars(builtins))

_MOST_MESSAGE = 4000
_MOST_NOTES = 20
_SUGGESTING = (NameError, AttributeError, ImportError)


def describe(exception, shown):
    """(text as the terminal shows it, [(message, [notes]) of each one in `shown`]); those are the exception and others
    that belong to it.

    Asks the exceptions for their text, so it may run code of the learner's; whatever that raises is caught by the
    traceback module.
    """
    sources.prepare_linecache()
    _complete_syntax_error(exception)
    whole = traceback.TracebackException(type(exception), exception, exception.__traceback__, compact=True)
    for part in _all_parts(whole, set()):
        part.stack[:] = [frame for frame in part.stack if sources.origin(frame.filename) != sources.HOST]
    if sys.version_info < (3, 12) and isinstance(exception, _SUGGESTING):
        _add_suggestion(whole, exception)
    found = _by_exception(whole, exception)
    return "".join(whole.format()), [_texts(found.get(id(each)), each) for each in shown]


def _by_exception(whole, exception):
    """{id of the exception: what the traceback module has found about it}."""
    found = {}
    waiting = [(whole, exception)]
    while waiting:
        part, each = waiting.pop()
        if part is None or each is None or id(each) in found:
            continue
        found[id(each)] = part
        # Asked for as BaseException's own: the learner's class may say something else.
        waiting.append((part.__cause__, BaseException.__cause__.__get__(each)))
        waiting.append((part.__context__, BaseException.__context__.__get__(each)))
        if part.exceptions:
            waiting.extend(zip(part.exceptions, BaseExceptionGroup.exceptions.__get__(each)))
    return found


def _texts(part, exception):
    if part is None:  # beyond what the traceback module looks at
        arguments = exception.args
        return (_bounded(arguments[0]) if arguments and type(arguments[0]) is str else "", [])
    message = part.msg if isinstance(getattr(part, "msg", None), str) else str(part)
    notes = part.__notes__ if type(part.__notes__) is list else []
    return _bounded(message), [_bounded(note) for note in notes[:_MOST_NOTES] if type(note) is str]


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
