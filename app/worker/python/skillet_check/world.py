# SPDX-License-Identifier: GPL-3.0-or-later
"""What the learner's code sees while it runs, and how everything is put back that it may have moved."""

import ast
import builtins
import io
import os
import sys
import types
import warnings

# Kept as our own: they are needed while the learner's code may have deleted or replaced the builtins.
from builtins import BaseException, KeyboardInterrupt, bytes, len

from .attempt import CannotRun, CheckFailed
from .deadline import deadline

_CONSTANTS = (bool, int, float, complex, str, bytes, type(None))
OUTPUT_LIMIT = 1_000_000  # bytes that one run may print


class TooMuchOutput(BaseException):
    """Not an Exception: the learner's `except Exception` must not keep an endless print loop alive."""


class _Sink(io.RawIOBase):
    """Keeps what is written; ends the program at the limit."""

    def __init__(self):
        super().__init__()
        self.kept = bytearray()
        self.ended = False  # the run is over: late writes, such as the stream's own flush, are dropped

    def writable(self):
        return True

    def write(self, data):
        size = len(data)
        if not self.ended:
            room = OUTPUT_LIMIT - len(self.kept)
            self.kept += bytes(data[:room])
            if size > room:
                raise TooMuchOutput
        return size

    def text(self):
        return self.kept.decode("utf-8", "replace")


class World:
    """What the learner's code sees while it runs: its own streams, folder and import path.

    On leaving, the interpreter is as before: builtins, streams, sys.path, sys.modules, folder, environment.
    """

    def __init__(self, attempt, *, stdin="", arguments=(), main=None, module=None):
        self.attempt = attempt
        self._stdin = stdin
        self._arguments = [str(argument) for argument in arguments]
        self._modules = {}
        if main is not None:
            self._modules["__main__"] = main
        if module is not None:
            self._modules[module.__name__] = module
        self.out = _Sink()
        self.err = _Sink()

    def __enter__(self):
        self._builtins = dict(vars(builtins))
        self._sys = {name: getattr(sys, name) for name in _SYS_NAMES}
        self._path = list(sys.path)
        self._environment = dict(os.environ)
        self._recursion_limit = sys.getrecursionlimit()
        self._folder = os.open(".", os.O_PATH)  # works where the sandbox forbids reading it
        self._loaded = dict(sys.modules)
        try:
            os.chdir(self.attempt.scratch())
        except OSError as error:
            os.close(self._folder)
            raise CannotRun(f"the program's folder cannot be entered ({error})") from error
        self._place = os.path.join(os.getcwd(), "")
        sys.dont_write_bytecode = True
        sys.path[:0] = [*self.attempt.import_folders, os.getcwd()]  # beside the program lie the files of data/
        sys.argv = [str(self.attempt.path()), *self._arguments]
        sys.stdin = io.TextIOWrapper(io.BytesIO(self._stdin.encode()), encoding="utf-8", newline="\n")
        sys.stdout = _stream(self.out)
        sys.stderr = _stream(self.err)
        sys.modules.update(self._modules)
        return self

    def call(self, function, arguments=(), keywords=None, seconds=None):
        """What the function returns in this world, and what ended it: one of both."""
        result = exception = None
        with self:
            try:
                with deadline(seconds):
                    result = function(*arguments, **(keywords or {}))
            except KeyboardInterrupt:
                raise
            except BaseException as error:  # of whatever kind: it is the function's end
                exception = error
        return result, exception

    def __exit__(self, *_):
        sys.settrace(None)
        namespace = builtins.__dict__  # no builtin is called before they are back: they may be gone
        namespace.clear()
        namespace.update(self._builtins)
        self.out.ended = self.err.ended = True
        for name, value in self._sys.items():
            setattr(sys, name, value)
        sys.path[:] = self._path
        sys.setrecursionlimit(self._recursion_limit)
        if dict(os.environ) != self._environment:
            os.environ.clear()
            os.environ.update(self._environment)
        os.fchdir(self._folder)
        os.close(self._folder)
        self._restore_modules()
        return False

    def _restore_modules(self):
        """Library modules that were imported meanwhile stay loaded; the learner's are forgotten."""
        for name, module in list(sys.modules.items()):
            file = getattr(module, "__file__", None)
            ours = isinstance(file, str) and (self.attempt.owns(file) or file.startswith(self._place))
            if name in self._modules or ours:
                del sys.modules[name]
        sys.modules.update(self._loaded)


# Replaced while the learner's code runs, or easily replaced by it.
_SYS_NAMES = ("stdin", "stdout", "stderr", "argv", "dont_write_bytecode", "excepthook", "displayhook")
_SYS_NAMES += ("modules", "path")


def _stream(sink):
    return io.TextIOWrapper(sink, encoding="utf-8", errors="backslashreplace", newline="\n", write_through=True)


def compile_file(path, change=None):
    """The code of the program at `path`; warnings about its style are for the learner's own run."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tree = ast.parse(path.read_bytes(), filename=str(path))
        for name, value in (change or {}).items():
            _set_first(tree, name, value)
        return compile(tree, str(path), "exec", dont_inherit=True)


def execute(world, code, module, *, trace=None, seconds=None):
    names = vars(module)
    result = None
    with world:
        try:
            with deadline(seconds):
                sys.settrace(trace)  # taken off again as the world is left
                exec(code, names)
        except KeyboardInterrupt:
            raise  # Stop was pressed
        except BaseException as exception:  # sys.exit() included: it must end the program, never the check
            result = exception
    return result


def new_module(name, path):
    module = types.ModuleType(name)
    module.__file__ = str(path)
    module.__builtins__ = builtins
    return module


def _set_first(tree, name, value):
    """Makes the first top-level assignment to `name` set `value`."""
    for statement in tree.body:
        if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
            target = statement.targets[0]
        elif isinstance(statement, ast.AnnAssign) and statement.value is not None:
            target = statement.target
        else:
            continue
        if isinstance(target, ast.Name) and target.id == name:
            given = ast.Constant(value) if isinstance(value, _CONSTANTS) else ast.parse(repr(value), mode="eval").body
            for node in ast.walk(given):
                ast.copy_location(node, statement.value)
            statement.value = given
            return
    raise CheckFailed(f"The program has no line that begins with {name} = and gives that name its value.")
