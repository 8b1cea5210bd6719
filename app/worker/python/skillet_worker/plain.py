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
_MOST_TEXT = 100_000  # of one message, or of the notes of one exception, in the text as a whole
_MOST_NOTES = 20
_MOST_HEAD, _MOST_TAIL = 1_500_000, 200_000  # characters of a text that is cut
_SHOWN_OF_REPEATED = 3  # frames, before Python counts
_SUGGESTING = (NameError, AttributeError, ImportError)


def describe(exception, shown):
    """(text as the terminal shows it, [(message, [notes]) of each one in `shown`]); those are the exception and others
    that belong to it.

    Asks the exceptions for their text, so it may run code of the learner's; whatever that raises is caught by the
    traceback module.
    """
    sources.prepare_linecache()
    _complete_syntax_error(exception)
    stack, last = _stack_of(BaseException.__traceback__.__get__(exception))
    # The last frame is all that it looks at, but for the stack.
    whole = traceback.TracebackException(type(exception), exception, last, compact=True)
    whole.stack = stack
    for part in _all_parts(whole):
        _bound(part)
        part.stack = _Stack(frame for frame in part.stack if sources.origin(frame.filename) != sources.HOST)
    if sys.version_info < (3, 12) and isinstance(exception, _SUGGESTING):
        _add_suggestion(whole, exception)
    found = _by_exception(whole, exception)
    return _without_middle("".join(whole.format())), [_texts(found.get(id(each)), each) for each in shown]


def _without_middle(text):
    more = len(text) - _MOST_HEAD - _MOST_TAIL
    if more <= 0:
        return text
    return f"{text[:_MOST_HEAD]}\n  [{more} characters of this traceback are left out here]\n{text[-_MOST_TAIL:]}"


def _stack_of(entry):
    """(the frames of a traceback, its last entry). The frames of a recursion are many and the same, and are looked at
    once."""
    limited = getattr(sys, "tracebacklimit", None) is not None
    stack = traceback.extract_tb(entry) if limited else traceback.StackSummary()
    known = {}
    last = None
    while entry is not None:
        key = id(entry.tb_frame.f_code), entry.tb_lasti
        if not limited and key not in known:
            known[key] = traceback.extract_tb(entry, limit=1)[0]
        if not limited:
            stack.append(known[key])
        last, entry = entry, entry.tb_next
    return stack, last


class _Stack(traceback.StackSummary):
    """Writes the frames of a recursion as its base does, but makes the words of each only once, and none of those that
    are left out."""

    def format(self, **options):
        lines = []
        words = {}
        for run in self._runs():
            for frame in run[:_SHOWN_OF_REPEATED]:
                if id(frame) not in words:
                    words[id(frame)] = traceback.StackSummary.from_list([frame]).format(**options)
                lines += words[id(frame)]
            more = len(run) - _SHOWN_OF_REPEATED
            if more > 0:
                lines.append(f"  [Previous line repeated {more} more time{'s' if more > 1 else ''}]\n")
        return lines

    def _runs(self):
        run = []
        for frame in self:
            if run and frame is not run[-1] and _place(frame) != _place(run[-1]):
                yield run
                run = []
            run.append(frame)
        if run:
            yield run


def _place(frame):
    return frame.filename, frame.lineno, frame.name


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


def _bounded(text, most=_MOST_MESSAGE):
    return text if len(text) <= most else text[:most] + "…"


def _bound(part):
    """Leaves no text in it that takes long to write, and no notes but texts."""
    if type(part._str) is str:
        part._str = _bounded(part._str, _MOST_TEXT)
    notes = part.__notes__
    if notes is None:
        return
    kind = next((kind for kind in (list, tuple) if issubclass(type(notes), kind)), None)  # it may lie about its class
    if kind:
        left = _MOST_TEXT
        part.__notes__ = []
        for note in kind.__iter__(notes):
            text = _bounded(note if type(note) is str else _Words(_safely(str, note, "<note str() failed>")), left)
            part.__notes__.append(text)
            left -= len(text) + 1
            if left <= 0:
                break
    else:
        part.__notes__ = [_Words(_bounded(_safely(repr, notes, "<__notes__ repr() failed>"), _MOST_TEXT))]


class _Words(str):
    """Python's words for a note that is no text."""


def _safely(function, value, otherwise):
    try:
        return function(value)
    except BaseException:  # whatever the learner's class raises, and the end of the patience with it
        return otherwise


def _all_parts(whole):
    seen = set()
    waiting = [whole]
    while waiting:
        part = waiting.pop()
        if part is None or id(part) in seen:
            continue
        seen.add(id(part))
        yield part
        waiting += (part.__cause__, part.__context__, *(part.exceptions or ()))


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
