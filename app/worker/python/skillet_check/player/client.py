# SPDX-License-Identifier: GPL-3.0-or-later
"""The checks' side: what a player is asked for, and what its answers become here."""

import builtins
import contextlib
import os
import signal

from ..attempt import CannotRun
from .channel import ChannelClosed
from .objects import Remote, exception_from
from .values import Codec, change_to


class PlayerGone(Exception):
    """The learner's code has ended its process, or there never was one; the text says which."""


_BROKEN = "The program broke the process that it runs in."


class Player:
    def __init__(self, channel, process):
        self._channel = channel
        self._process = process
        self._codec = Codec(self._refer, self._resolve)
        self._functions = []  # of ours, that the other side may call
        self.output = ""  #: what the last request made it print
        self.seconds, self.memory = 0.0, 0  #: of the last call
        self.raised = lambda exception: None  #: is told each exception of the learner's

    # -- what a player can do

    def set(self, files, import_folders, folder, network=False):
        """To be called first, and once. `network`: it may open sockets, in a network of its own."""
        self._ask("set", [str(file) for file in files], [str(one) for one in import_folders], str(folder), network)

    def program(self, path, stdin, arguments, change, commands=None, with_memory=False):
        """The end of a run: output, errors, raised (an exception or None), module, commands, seconds, memory."""
        change = [[name, self._codec.encode(value)] for name, value in (change or {}).items()]
        return self._end(self._ask("program", str(path), stdin, list(arguments), change, commands, with_memory))

    def module(self, path, *, seconds=None, rewrite=False):
        """As program(), for an import; `own` lists the module's own functions: key, name and docstring."""
        return self._end(self._ask("module", str(path), seconds, rewrite))

    def name(self, module, name):
        """Whether the module has that name, its value, and the name of its class."""
        found, value, kind = self._ask("name", module, name)
        return found, self._decode(value), kind

    def is_function(self, module, name):
        return self._ask("is_function", module, name)

    def call_name(self, module, name, arguments, keywords, *, seconds=None, with_memory=False):
        """What the function returns; raises what it raises. `seconds` and `memory` tell of the last call."""
        return self._call("call_name", [module, name], arguments, keywords, [seconds, with_memory])

    def call(self, number, arguments, keywords):
        return self._call("call", [number], arguments, keywords)

    def operate(self, name, *arguments):
        return self._call("operate", [name], arguments, {})

    def picture(self, number):
        """Of an exception: what the worker's capture makes of it, and Python's own text."""
        with contextlib.suppress(PlayerGone, CannotRun):
            picture, text = self._ask("picture", number)
            return bytes.fromhex(picture), text
        return b"", ""

    def close(self):
        if self._process is None:
            return
        process, self._process = self._process, None
        with contextlib.suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
        self._channel.close()

    # -- how

    def _ask(self, what, *values, given=()):
        try:
            self._channel.send({"do": what, "with": values})
            while True:
                answer = self._channel.receive()
                if "callback" not in answer:
                    break
                self._channel.send(self._serve(answer))
        except ChannelClosed:
            raise PlayerGone("The program ended its own process, with os._exit() or a crash.") from None
        except ValueError as error:
            raise CannotRun(str(error)) from None
        return self._sort(answer, given)

    def _sort(self, answer, given):
        try:
            if "interrupted" in answer:
                raise KeyboardInterrupt
            if "cannot" in answer:
                raise CannotRun(str(answer["cannot"]))
            if "raised" in answer:
                self.output = str(answer["output"])
                exception = exception_from(self, answer["raised"])
                changed = list(answer["changed"])
            else:
                return answer["ok"]
        except (TypeError, ValueError, KeyError, IndexError, AttributeError):
            raise PlayerGone(_BROKEN) from None
        self._take_over(given, changed)
        self.raised(exception)
        raise exception

    def _end(self, end):
        end["raised"] = None if end["raised"] is None else exception_from(self, end["raised"])
        self.output = end["output"]
        return end

    def _call(self, what, target, arguments, keywords, more=()):
        encode = self._codec.encode
        values = [encode(value) for value in arguments]
        named = [[name, encode(value)] for name, value in keywords.items()]
        given = [*arguments, *keywords.values()]
        answer = self._ask(what, *target, values, named, *more, given=given)
        try:
            self.output = str(answer["output"])
            self.seconds, self.memory = float(answer.get("seconds", 0)), int(answer.get("memory", 0))
            kind, value = answer["result"]
            self._take_over(given, answer["changed"])
            return given[value] if kind == "argument" else self._decode(value)
        except (TypeError, ValueError, KeyError, IndexError):
            raise PlayerGone(_BROKEN) from None

    def _take_over(self, given, changed):
        for value, new in zip(given, changed):
            if new is not None:
                change_to(value, self._decode(new))

    def _decode(self, data):
        try:
            return self._codec.decode(data)
        except ValueError:
            raise PlayerGone(_BROKEN) from None

    def _refer(self, value):
        if isinstance(value, Remote):
            return {"number": value._skillet_number}
        if callable(value):
            self._functions.append(value)
            return {"theirs": len(self._functions) - 1}
        raise ValueError(f"a {type(value).__name__} cannot be handed to the learner's code; plain values can")

    def _resolve(self, reference):
        plain = reference["plain"]
        return Remote.of(self, reference, None if plain is None else self._codec.decode(plain), plain is not None)

    def _serve(self, request):
        """The other side calls a function of ours."""
        try:
            function = self._functions[request["callback"]]
            arguments = [self._codec.decode(value) for value in request["with"]]
            keywords = {name: self._codec.decode(value) for name, value in request["keywords"]}
        except (ValueError, TypeError, KeyError, IndexError, AttributeError):
            raise ChannelClosed from None
        try:
            return {"result": self._codec.encode(function(*arguments, **keywords))}
        except Exception as error:
            known = type(error).__name__ if hasattr(builtins, type(error).__name__) else "RuntimeError"
            return {"raised": known, "arguments": self._codec.encode([str(part) for part in error.args])}
