# SPDX-License-Identifier: GPL-3.0-or-later
"""The player's side: runs the learner's code and answers questions about what came of it."""

import builtins
import operator
import os
import signal
import traceback
import types
from contextlib import nullcontext
from pathlib import Path

from ..attempt import CannotRun, running
from ..comparing import compile_checks
from ..words import learner_line
from ..world import World, compile_file, execute, new_module
from .channel import ChannelClosed
from .commands import Commands
from .measure import Measure
from .values import Codec, is_changeable

_PLAIN = (str, bool, int, float, bytes, tuple, list, dict, set, frozenset)


class _Stage:
    """The learner's files, as far as running them needs it; stands for an Attempt."""

    def __init__(self, files, import_folders, folder):
        self.files = files
        self.import_folders = import_folders
        self.folder = folder
        self.call = ""

    def path(self):
        return Path(self.files[0])

    def scratch(self):
        return Path(self.folder)

    def owns(self, file_name):
        return file_name in self.files or any(file_name.startswith(folder + "/") for folder in self.import_folders)


def play(channel, confine, picture):
    """Answers requests until the other side is gone."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    _Server(channel, confine, picture).run()


class _Server:
    def __init__(self, channel, confine, picture):
        self._channel = channel
        self._confine = confine
        self._picture = picture
        self._kept = {}  # number -> what the other side may ask about
        self._numbers = {}  # id -> number
        self._codec = Codec(self._refer, self._resolve)
        self._stage = None
        self._process = os.getpid()

    def run(self):
        leave, process = os._exit, os.getpid
        try:
            while True:
                request = self._channel.receive()
                answer = self._answer(request)
                if process() != self._process:
                    leave(0)  # a process that the learner's code split off comes back out of it
                self._channel.send(answer)
        except ChannelClosed:
            pass
        except BaseException:
            pass  # the learner's code has broken what this needs; the other side says so
        finally:
            leave(0)

    def _answer(self, request):
        try:
            return {"ok": getattr(self, "do_" + request["do"])(*request["with"])}
        except KeyboardInterrupt:
            return {"interrupted": True}
        except CannotRun as error:
            return {"cannot": str(error)}
        except _Raised as raised:
            return {"raised": self._describe(raised.exception), "output": raised.output, "changed": raised.changed}
        except (ValueError, RecursionError, MemoryError) as error:
            return {"cannot": f"the values cannot be handed over ({error})"}

    # -- what can be asked for

    def do_set(self, files, import_folders, folder, network):
        if self._confine is not None:
            try:
                self._confine("program with loopback" if network else "program")
            except RuntimeError as error:
                raise CannotRun(str(error)) from error
        self._stage = _Stage(files, import_folders, folder)
        running(self._stage).__enter__()  # for the rewritten asserts in files of tests

    def do_program(self, path, stdin, arguments, change, commands, with_memory):
        code = compile_file(Path(path), {name: self._codec.decode(value) for name, value in change})
        main = new_module("__main__", path)
        world = World(self._stage, stdin=stdin, arguments=arguments, main=main)
        recorded = Commands(commands or [])
        with recorded if commands is not None else nullcontext(), Measure(with_memory) as measure:
            exception = execute(world, code, main)
        return {
            **self._end(world, exception, main),
            "commands": recorded.calls,
            "seconds": measure.seconds,
            "memory": measure.memory,
        }

    def do_module(self, path, seconds, rewrite):
        """A file as a module; with `rewrite` its asserts say what they compared."""
        path = Path(path)
        if rewrite:
            code, names = compile_checks(path.read_text(encoding="utf-8"), str(path))
        else:
            code, names = compile_file(path), {}
        module = new_module(path.stem, path)
        vars(module).update(names)
        world = World(self._stage, module=module)
        exception = execute(world, code, module, seconds=seconds)
        return {**self._end(world, exception, module), "own": self._functions_of(module, str(path))}

    def _functions_of(self, module, path):
        return [
            [name, value.__name__, value.__doc__ if isinstance(value.__doc__, str) else ""]
            for name, value in vars(module).items()
            if isinstance(value, types.FunctionType) and value.__code__.co_filename == path
        ]

    def _end(self, world, exception, module):
        return {
            "output": world.out.text(),
            "errors": world.err.text(),
            "raised": None if exception is None else self._describe(exception),
            "module": self._refer(module)["number"],
        }

    def do_name(self, module, name):
        names = vars(self._kept[module])
        if name not in names:
            return [False, None, ""]
        return [True, self._codec.encode(names[name]), type(names[name]).__name__]

    def do_is_function(self, module, name):
        return isinstance(vars(self._kept[module]).get(name), types.FunctionType)

    def do_call_name(self, module, name, arguments, keywords, seconds, with_memory=False):
        function = vars(self._kept[module])[name]
        with Measure(with_memory) as measure:
            answer = self._called(function, arguments, keywords, self._kept[module], seconds)
        return {**answer, "seconds": measure.seconds, "memory": measure.memory}

    def do_call(self, target, arguments, keywords):
        return self._called(self._kept[target], arguments, keywords, None, None)

    def do_operate(self, name, arguments, _named):
        """A function of the module operator, or of the builtins: getattr, iter, next, len, ..."""
        function = getattr(operator, name, None) or getattr(builtins, name)
        return self._called(function, arguments, [], None, None)

    def do_picture(self, number):
        exception = self._kept[number]
        entry = exception.__traceback__
        while entry is not None and not self._stage.owns(entry.tb_frame.f_code.co_filename):
            entry = entry.tb_next
        exception = exception.with_traceback(entry)
        text = "".join(traceback.format_exception(exception))
        return [self._picture(exception).hex() if self._picture else "", text]

    # -- how

    def _called(self, function, arguments, keywords, module, seconds):
        arguments = [self._codec.decode(value) for value in arguments]
        keywords = {name: self._codec.decode(value) for name, value in keywords}
        world = World(self._stage, module=module)
        result, exception = world.call(function, arguments, keywords, seconds)
        given = [*arguments, *keywords.values()]
        changed = [self._codec.encode(value) if is_changeable(value) else None for value in given]
        if exception is not None:
            raise _Raised(exception, world.out.text(), changed)
        same = next((number for number, value in enumerate(given) if value is result and is_changeable(value)), None)
        answer = ["argument", same] if same is not None else ["value", self._codec.encode(result)]
        return {"result": answer, "output": world.out.text(), "changed": changed}

    def _refer(self, value):
        number = self._numbers.get(id(value))
        if number is None or self._kept[number] is not value:
            number = len(self._kept) + 1
            self._kept[number] = value  # kept, so that the id stays its own
            self._numbers[id(value)] = number
        return {"number": number, "class": _class_of(value), "plain": self._plain(value), "callable": callable(value)}

    def _plain(self, value):
        """What an object of a class derived from a plain one is as that."""
        for kind in _PLAIN:
            if isinstance(value, kind) and type(value) is not kind:
                try:
                    return self._codec.encode(kind.__call__(value) if kind is not str else str.__str__(value))
                except Exception:
                    return None
        return None

    def _resolve(self, reference):
        if "theirs" in reference:
            return _callback(self, reference["theirs"])
        return self._kept[reference["number"]]

    def _describe(self, exception):
        number = self._refer(exception)["number"]
        kinds = [kind.__name__ for kind in type(exception).__mro__ if kind.__module__ == "builtins"]
        try:
            text = str(exception)
        except KeyboardInterrupt:
            raise
        except BaseException:
            text = ""
        lines = [[entry.tb_frame.f_code.co_filename, entry.tb_lineno] for entry in _entries(exception.__traceback__)]
        return {
            "number": number,
            "class": _class_of(exception),
            "kinds": kinds,
            "text": text,
            "line": learner_line(exception, self._stage) or 0,
            "lines": lines[:20] + lines[-20:],
            "told": {key: str(getattr(exception, key, "")) for key in ("message", "call", "expected", "actual")}
            if type(exception).__name__ == "CheckFailed"
            else None,
        }


class _Raised(Exception):
    def __init__(self, exception, output, changed):
        super().__init__()
        self.exception = exception
        self.output = output
        self.changed = changed


def _entries(entry):
    while entry is not None:
        yield entry
        entry = entry.tb_next


def _class_of(value):
    kind = type(value)
    return [str(kind.__module__), str(kind.__qualname__)]


def _callback(server, number):
    """A function of the other side, to be called from here."""

    def call(*arguments, **keywords):
        encode, decode = server._codec.encode, server._codec.decode
        server._channel.send(
            {
                "callback": number,
                "with": [encode(value) for value in arguments],
                "keywords": [[name, encode(value)] for name, value in keywords.items()],
            }
        )
        answer = server._channel.receive()
        if "raised" in answer:
            kind = getattr(builtins, answer["raised"], RuntimeError)
            raise kind(*decode(answer["arguments"]))
        return decode(answer["result"])

    return call
