# SPDX-License-Identifier: GPL-3.0-or-later
"""sys.stdin, sys.stdout and sys.stderr of the learner's program, and input().

The streams are the usual stacks of io classes, so that .buffer, .fileno(), .reconfigure() and the rest are there. Only
the lowest layer is ours: it writes to descriptor 1 or 2, and asks the window for lines.
"""

import builtins
import io
import os
import sys

_write = None
_read_line = None
_original_input = builtins.input
_made = {}  # name in sys -> the stream made here


class _Output(io.RawIOBase):
    """Writes to a descriptor. Closing it leaves the descriptor open, as for Python's own streams."""

    mode = "w"
    closed = False  # the base class would look for an attribute that is not there, several times for each print()

    def __init__(self, descriptor, name):
        self._descriptor = descriptor
        self.name = name
        # A bound method without any Python in it, before the one below: an interrupt between the writing and the
        # return of that one would let the layer above write the same once more.
        self.write = type(self.fileno)(_write, descriptor)

    def close(self):
        self.__dict__.pop("write", None)
        try:
            super().close()
        finally:
            self.closed = True

    def fileno(self):
        return self._descriptor

    def isatty(self):
        return False

    def writable(self):
        return True

    def write(self, data):
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        return _write(self._descriptor, data)


class _Input(io.RawIOBase):
    """Lines from the window, each asked for when it is wanted and not before."""

    mode = "r"
    name = "<stdin>"

    def __init__(self):
        self._left = b""
        self.prompt = None  # of the next question; None once it has been asked
        self.secret = False

    def fileno(self):
        return 0

    def isatty(self):
        return False

    def readable(self):
        return True

    def readinto(self, target):
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        if not self._left:
            flush()
            prompt, self.prompt = self.prompt, None
            line = _read_line(prompt or "", self.secret)
            if line is None:
                return 0
            self._left = (line + "\n").encode("utf-8", "replace")
        size = min(len(target), len(self._left))
        target[:size] = self._left[:size]
        self._left = self._left[size:]
        return size


class _Stdin(io.TextIOWrapper):
    """Knows its lowest layer, for the prompt of input()."""

    def __init__(self):
        self.source = _Input()
        super().__init__(io.BufferedReader(self.source), encoding="utf-8", errors="surrogateescape")
        self.mode = "r"


def _output(descriptor, name):
    stream = io.TextIOWrapper(
        io.BufferedWriter(_Output(descriptor, name)),
        encoding="utf-8",
        errors="backslashreplace",
        line_buffering=True,
    )
    stream.mode = "w"
    return stream


_makers = {
    "stdin": _Stdin,
    "stdout": lambda: _output(1, "<stdout>"),
    "stderr": lambda: _output(2, "<stderr>"),
}


def _ask(stdin, prompt, secret):
    """One line of `stdin`, without its newline, or None at the end of input."""
    source = stdin.source
    source.prompt, source.secret = prompt, secret
    try:
        line = stdin.readline()
        unasked = source.prompt
    finally:
        source.prompt, source.secret = None, False
    if unasked:
        # An earlier read left text in the buffer: the window was not asked, so the prompt is shown as output.
        sys.stdout.write(unasked)
    if not line:
        return None
    return line[:-1] if line.endswith("\n") else line


def input(prompt="", /):
    """Read a string from standard input.  The trailing newline is stripped.

    The prompt string, if given, is printed to standard output without a trailing newline before reading input.
    If the user ends the input, raise EOFError.
    """
    stdin = sys.stdin
    if type(stdin) is not _Stdin:
        return _original_input(prompt)
    sys.audit("builtins.input", prompt)
    line = _ask(stdin, str(prompt), False)
    sys.audit("builtins.input/result", line)
    if line is None:
        raise EOFError("EOF when reading a line")
    return line


def ask_secret(prompt="Password: ", stream=None):
    """What getpass.getpass() does here: the window hides what is typed."""
    stdin = sys.stdin
    if type(stdin) is not _Stdin:
        stdin = _made["stdin"]
    line = _ask(stdin, str(prompt), True)
    if line is None:
        raise EOFError
    return line


def install(write, read_line):
    """Sets the streams. `write(descriptor, data)` returns the number of bytes written; `read_line(prompt, secret)`
    returns a line without newline, or None at the end of input."""
    global _write, _read_line
    _write, _read_line = write, read_line
    builtins.input = input
    # As any module's that was imported. Without it the displayhook, at each statement of a loop at the prompt, raises an
    # AttributeError and drops it, which takes as long as a short print().
    builtins.__spec__._initializing = False
    reset()


def reset():
    """All streams as at the start. What earlier ones still hold is handed on first."""
    flush()
    for name in _makers:
        _renew(name)


def _renew(name):
    stream = _makers[name]()
    _made[name] = stream
    setattr(sys, name, stream)
    setattr(sys, f"__{name}__", stream)


def mend():
    """Replaces those streams of ours that were closed."""
    for name in _makers:
        made = _made[name]
        if made.closed or made.buffer.closed:
            current = getattr(sys, name, None)
            _renew(name)
            if current is not None and current is not made:
                setattr(sys, name, current)


def is_own(stream):
    """Whether `stream` is the one that stands for standard output here, not one that the learner put in its place."""
    return stream is _made.get("stdout")


def hand_on():
    """Hands on what our streams hold, so that something else can come behind it. Can be interrupted."""
    for name in ("stdout", "stderr"):
        try:
            _made[name].flush()
        except (OSError, ValueError):
            pass  # closed


def flush():
    """Hands on what is buffered, in our streams and in those the learner put in their place."""
    for name in ("stdout", "stderr"):
        for stream in (getattr(sys, name, None), _made.get(name)):
            try:
                stream.flush()
            except BaseException:
                pass  # closed, None, or made by the learner: never a reason to stop


def prepare_getpass():
    """Loads getpass and lets it ask the window. Its own way wants a terminal."""
    import getpass

    getpass.getpass = ask_secret
