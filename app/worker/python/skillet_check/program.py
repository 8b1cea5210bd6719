# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the learner's code inside this process, and puts everything back that it may have moved."""

import ast
import builtins
import io
import os
import sys
import types
import warnings

# Kept as our own: they are needed while the learner's code may have deleted or replaced the builtins.
from builtins import BaseException, KeyboardInterrupt, bytes, len

from .attempt import CannotRun, CheckFailed, LearnerStopped, current
from .deadline import deadline
from .words import show

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


class _World:
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
        sys.dont_write_bytecode = True
        sys.path[:0] = self.attempt.import_folders
        sys.argv = [str(self.attempt.path()), *self._arguments]
        sys.stdin = io.TextIOWrapper(io.BytesIO(self._stdin.encode()), encoding="utf-8", newline="\n")
        sys.stdout = _stream(self.out)
        sys.stderr = _stream(self.err)
        sys.modules.update(self._modules)
        return self

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
            if name in self._modules or (isinstance(file, str) and self.attempt.owns(file)):
                del sys.modules[name]
        sys.modules.update(self._loaded)


# Replaced while the learner's code runs, or easily replaced by it.
_SYS_NAMES = ("stdin", "stdout", "stderr", "argv", "dont_write_bytecode", "excepthook", "displayhook")
_SYS_NAMES += ("modules", "path")


def _stream(sink):
    return io.TextIOWrapper(sink, encoding="utf-8", errors="backslashreplace", newline="\n", write_through=True)


class ProgramRun:
    """One finished run of the learner's program."""

    def __init__(self, output, errors, exception, names):
        self.output = output  #: everything it printed, prompts of input() included
        self.errors = errors  #: what it wrote to sys.stderr
        self.exception = exception  #: what ended it, or None (see may_fail)
        self.names = names  # at the end

    @property
    def lines(self):
        """The output's lines without their line ends."""
        return self.output.splitlines()

    def value(self, name):
        """The value that `name` has at the end of the program."""
        if name not in self.names:
            raise CheckFailed(f"When the program ends, it has no name {name}. Is it spelled exactly like that?")
        return self.names[name]


def run_traced(path, stdin, trace):
    """Runs the program at `path` under `trace`, a function for sys.settrace(). An exception does not end the check."""
    attempt = current()
    main = _module("__main__", path)
    world = _World(attempt, stdin=stdin, main=main)
    exception = _execute(world, compile_file(path), main, trace=trace)
    output = world.out.text()
    attempt.keep_output(output)
    return ProgramRun(output, world.err.text(), exception, dict(vars(main)))


def run_module(path, code, names, choose, seconds):
    """Runs `code` as the module that the file at `path` is, with `names` in it beforehand; then each function that
    `choose(module)` gives. Returns what ended the module, and pairs of a function and what ended that. Each may take
    so many seconds."""
    attempt = current()
    module = _module(path.stem, path)
    vars(module).update(names)
    exception = _execute(_World(attempt, module=module), code, module, seconds=seconds)
    if exception is not None:
        return exception, []
    return None, [(function, _call(attempt, module, function, seconds)) for function in choose(module)]


def _call(attempt, module, function, seconds):
    result = None
    world = _World(attempt, module=module)
    with world:
        try:
            with deadline(seconds):
                function()
        except KeyboardInterrupt:
            raise
        except BaseException as exception:  # of whatever kind: it is this function's end
            result = exception
    attempt.keep_output(world.out.text())
    return result


def run_program(stdin="", *, file=None, arguments=(), change=None, may_fail=False):
    """Runs the learner's program from a fresh start, as the Run button does.

    stdin: the lines that input() gets, each ended by a newline.
    change: {"price": 4.5} runs it as if the program's first `price = ...` had set 4.5.
    may_fail: True when the check itself looks at `.exception`; else an exception ends the check.
    """
    attempt = current()
    path = attempt.path(file)
    attempt.call = _call_text(path.name if file else attempt.exercise.files[0], stdin, change)
    code = compile_file(path, change)
    main = _module("__main__", path)
    world = _World(attempt, stdin=stdin, arguments=arguments, main=main)
    exception = _execute(world, code, main)
    output = world.out.text()
    attempt.keep_output(output)
    if isinstance(exception, TooMuchOutput):
        raise CheckFailed(
            f"The program printed more than {OUTPUT_LIMIT:,} characters and was stopped. Does a loop never end?",
            call=attempt.call,
        )
    if exception is not None and not may_fail:
        raise LearnerStopped(exception, len(stdin.splitlines()))
    return ProgramRun(output, world.err.text(), exception, dict(vars(main)))


def compile_file(path, change=None):
    """The code of the program at `path`; warnings about its style are for the learner's own run."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tree = ast.parse(path.read_bytes(), filename=str(path))
        for name, value in (change or {}).items():
            _set_first(tree, name, value)
        return compile(tree, str(path), "exec", dont_inherit=True)


def _execute(world, code, module, *, trace=None, seconds=None):
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


def _module(name, path):
    module = types.ModuleType(name)
    module.__file__ = str(path)
    module.__builtins__ = builtins
    return module


def _call_text(name, stdin, change):
    text = f"run {name}"
    if change:
        text += " with " + ", ".join(f"{key} = {show(value)}" for key, value in change.items())
    if stdin:
        text += ", typing " + ", ".join(stdin.splitlines())
    return text


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
            given = ast.parse(repr(value), mode="eval").body  # a value that repr() writes as Python reads it
            for node in ast.walk(given):
                ast.copy_location(node, statement.value)
            statement.value = given
            return
    raise CheckFailed(f"The program has no line that begins with {name} = and gives that name its value.")


class LearnerFunction:
    """A function of the learner's; each call is noted for the messages, and what it prints is kept."""

    def __init__(self, function, module, attempt):
        self._function = function
        self._module = module
        self._attempt = attempt
        self.printed = ""  #: what the last call printed

    def __call__(self, *arguments, **keywords):
        attempt = self._attempt
        parts = [show(value, 120) for value in arguments]
        parts += [f"{key}={show(value, 120)}" for key, value in keywords.items()]
        attempt.call = f"{self._function.__name__}({', '.join(parts)})"
        world = _World(attempt, module=self._module)
        raised = None
        with world:
            try:
                result = self._function(*arguments, **keywords)
            except KeyboardInterrupt:
                raise
            except BaseException as exception:
                raised = exception
        self.printed = world.out.text()
        attempt.keep_output(self.printed)
        if isinstance(raised, TooMuchOutput):
            raise CheckFailed(
                f"{attempt.call} printed more than {OUTPUT_LIMIT:,} characters and was stopped.", call=attempt.call
            )
        if raised is not None:
            attempt.called_exception = raised
            raise raised
        return result


def load_function(name, *, file=None):
    """The learner's function `name`, ready to be called. The program runs once, as an import would run it."""
    attempt = current()
    path = attempt.path(file)
    attempt.call = f"import {path.stem}"
    code = compile_file(path)
    module = _module(path.stem, path)
    world = _World(attempt, module=module)
    exception = _execute(world, code, module)
    if isinstance(exception, TooMuchOutput):
        raise CheckFailed(f"The program printed more than {OUTPUT_LIMIT:,} characters and was stopped.")
    if exception is not None:
        raise LearnerStopped(exception, 0)
    function = vars(module).get(name)
    if function is None:
        raise CheckFailed(f"There is no function {name} in {path.name} yet. It begins with def {name}(")
    if not isinstance(function, types.FunctionType):
        kind = type(function).__name__
        raise CheckFailed(f"{name} is a {kind} here, not a function. A function begins with def {name}(")
    return LearnerFunction(function, module, attempt)


def read_file(name, *, encoding="utf-8"):
    """The text of a file that the learner's code wrote."""
    path = current().scratch() / name
    try:
        return path.read_text(encoding=encoding)
    except FileNotFoundError:
        raise CheckFailed(f"The program wrote no file with the name {name}.") from None
    except (OSError, UnicodeError) as error:
        raise CheckFailed(f"The file {name} that the program wrote cannot be read: {error}") from None
