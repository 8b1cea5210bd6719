# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands here for objects and exceptions that live with the learner's code."""

import builtins

_classes = {}


class Remote:
    """An object of the learner's: what is done with it happens where it lives.

    It is never equal to a plain value because it says so itself; an object of a class derived from a plain one, such as
    a named tuple, is compared as that. Two objects of the learner's are compared by the learner's own code.
    """

    @staticmethod
    def of(player, reference, plain, is_plain):
        module, name = (str(part) for part in reference["class"])
        bases = (_RemoteCallable,) if reference["callable"] else (Remote,)
        kind = _classes.get((module, name, bases))
        if kind is None:
            kind = _classes[module, name, bases] = type(name, bases, {"__module__": module, "__qualname__": name})
        self = object.__new__(kind)
        object.__setattr__(self, "_skillet_player", player)
        object.__setattr__(self, "_skillet_number", int(reference["number"]))
        object.__setattr__(self, "_skillet_plain", plain)
        object.__setattr__(self, "_skillet_is_plain", is_plain)
        return self

    def __getattr__(self, name):
        if name.startswith("_skillet"):
            raise AttributeError(name)
        return self._skillet_do("getattr", name)

    def __setattr__(self, name, value):
        self._skillet_do("setattr", name, value)

    def __eq__(self, other):
        if isinstance(other, Remote):
            return self._skillet_number == other._skillet_number or bool(self._skillet_do("eq", other))
        return self._skillet_is_plain and self._skillet_plain == other

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return hash(self._skillet_plain) if self._skillet_is_plain else self._skillet_do("hash")

    def __bool__(self):
        return bool(self._skillet_do("truth"))

    def __str__(self):
        return str(self._skillet_do("str"))

    def __repr__(self):
        return str(self._skillet_do("repr"))

    def __format__(self, form):
        return str(self._skillet_do("format", form))

    def __len__(self):
        return int(self._skillet_do("len"))

    def __iter__(self):
        return _Iterator(self._skillet_do("iter"))

    def __next__(self):
        return self._skillet_do("next")

    def __instancecheck__(self, instance):
        if isinstance(instance, Remote) or hasattr(instance, "skillet_number"):
            return bool(self._skillet_player.operate("isinstance", _as_remote(instance, self), self))
        return False

    def __enter__(self):
        return self._skillet_do("getattr", "__enter__")()

    def __exit__(self, *_):
        return self._skillet_do("getattr", "__exit__")(None, None, None)

    def _skillet_do(self, name, *arguments):
        return self._skillet_player.operate(name, self, *arguments)


class _RemoteCallable(Remote):
    def __call__(self, *arguments, **keywords):
        return self._skillet_player.call(self._skillet_number, arguments, keywords)


class _Iterator:
    def __init__(self, values):
        self._values = values

    def __iter__(self):
        return self

    def __next__(self):
        return self._values._skillet_do("next") if isinstance(self._values, Remote) else next(self._values)


def _add_operators():
    def one(name):
        return lambda self, *others: self._skillet_do(name, *others)

    def two(name):
        def operate(self, other):
            if name in ("lt", "le", "gt", "ge") and not isinstance(other, Remote):
                return getattr(self._skillet_plain, f"__{name}__")(other) if self._skillet_is_plain else NotImplemented
            return self._skillet_do(name, other)

        return operate

    def reflected(name):
        return lambda self, other: self._skillet_player.operate(name, other, self)

    for name in ("lt", "le", "gt", "ge", "contains", "getitem", "delitem"):
        setattr(Remote, f"__{name}__", two(name))
    Remote.__setitem__ = one("setitem")
    for name in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "and_", "or_", "xor", "matmul"):
        plain = name.rstrip("_")
        setattr(Remote, f"__{plain}__", two(name))
        setattr(Remote, f"__r{plain}__", reflected(name))
    for name in ("neg", "pos", "abs", "index"):
        setattr(Remote, f"__{name}__", one(name))
    for name in ("int", "float", "round"):
        setattr(Remote, f"__{name}__", one(name))


_add_operators()


def exception_from(player, data):
    """An exception of the same name, derived from the same builtin one, with the learner's text and line."""
    base = next((kind for kind in map(_builtin_exception, data["kinds"]) if kind is not None), Exception)
    module, name = (str(part) for part in data["class"])

    def attribute(self, key):
        if key.startswith("__"):
            raise AttributeError(key)
        return player.operate("getattr", _as_remote(self, None), key)

    text = str(data["text"])
    kind = type(name, (base,), {"__module__": module, "__str__": lambda self: text, "__getattr__": attribute})
    try:
        exception = kind.__new__(kind)
    except TypeError:  # an exception group wants its members
        kind = type(name, (Exception,), {"__module__": module, "__str__": lambda self: text})
        exception = kind.__new__(kind)
    exception.skillet_player = player
    exception.skillet_number = int(data["number"])
    exception.skillet_line = int(data["line"]) or None
    exception.skillet_lines = [(str(file), int(line)) for file, line in data["lines"]]
    exception.skillet_told = data["told"] and {key: str(value) for key, value in data["told"].items()}
    exception.skillet_picture, exception.skillet_text = b"", ""
    return exception


def _builtin_exception(name):
    kind = getattr(builtins, str(name), None)
    return kind if isinstance(kind, type) and issubclass(kind, BaseException) else None


def _as_remote(value, near):
    if isinstance(value, Remote):
        return value
    player = getattr(value, "skillet_player", None) or near._skillet_player
    reference = {"number": value.skillet_number, "class": ["builtins", "object"], "callable": False}
    return Remote.of(player, reference, None, False)
