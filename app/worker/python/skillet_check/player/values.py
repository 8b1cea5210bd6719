# SPDX-License-Identifier: GPL-3.0-or-later
"""Values as JSON. Plain ones are copied with their exact types; of others only a reference goes over."""

import builtins
import collections
import datetime
import decimal
import fractions
import io
import pathlib

_DEEPEST = 60
_MOST = 500_000  # parts of one value

_MADE = {  # class -> what makes an equal object
    decimal.Decimal: lambda value: [str(value)],
    fractions.Fraction: lambda value: [value.numerator, value.denominator],
    datetime.date: lambda value: [value.year, value.month, value.day],
    datetime.time: lambda value: [value.hour, value.minute, value.second, value.microsecond],
    datetime.timedelta: lambda value: [value.days, value.seconds, value.microseconds],
    pathlib.PosixPath: lambda value: [str(value)],
    collections.Counter: lambda value: [dict(value)],
    collections.OrderedDict: lambda value: [list(value.items())],
    collections.deque: lambda value: [list(value), value.maxlen],
    range: lambda value: [value.start, value.stop, value.step],
    complex: lambda value: [value.real, value.imag],
    bytearray: lambda value: [bytes(value)],
    io.StringIO: lambda value: [value.getvalue()],
}
_CLASSES = {f"{kind.__module__}.{kind.__qualname__}": kind for kind in _MADE}
_LISTS = {list: "list", tuple: "tuple", set: "set", frozenset: "frozenset"}
_MAKERS = {name: kind for kind, name in _LISTS.items()}
_BUILTINS = {id(value): name for name, value in vars(builtins).items() if not name.startswith("_")}


class _TooMuch(Exception):
    pass


class Codec:
    """`refer(value)` gives the reference to what cannot be copied; `resolve(reference)` what stands for one."""

    def __init__(self, refer, resolve):
        self._refer = refer
        self._resolve = resolve

    def encode(self, value):
        self._count = 0
        try:
            return self._encode(value, ())
        except _TooMuch:
            return ["ref", self._refer(value)]

    def _encode(self, value, around):
        self._count += 1
        if self._count > _MOST:
            raise _TooMuch
        kind = type(value)
        if value is None or kind is bool or kind is str:
            return value
        if kind is int:
            return ["int", hex(value)]
        if kind is float:
            return ["float", value.hex()]
        if kind is bytes:
            return ["bytes", value.hex()]
        if id(value) in _BUILTINS and vars(builtins).get(_BUILTINS[id(value)]) is value:
            return ["builtin", _BUILTINS[id(value)]]
        if value is NotImplemented or value is Ellipsis or id(value) in around or len(around) > _DEEPEST:
            return ["ref", self._refer(value)]
        around = (*around, id(value))
        if kind in _LISTS:
            return [_LISTS[kind], [self._encode(part, around) for part in value]]
        if kind is dict:
            return ["dict", [[self._encode(key, around), self._encode(part, around)] for key, part in value.items()]]
        if kind is datetime.datetime and value.tzinfo is None:
            return ["datetime", value.isoformat()]
        if kind in _MADE:
            name = f"{kind.__module__}.{kind.__qualname__}"
            return ["made", name, [self._encode(part, around) for part in _MADE[kind](value)]]
        return ["ref", self._refer(value)]

    def decode(self, data):
        """Raises ValueError for what is no value."""
        try:
            return self._decode(data)
        except (TypeError, KeyError, IndexError, ArithmeticError, AttributeError, RecursionError) as error:
            raise ValueError("no value") from error

    def _decode(self, data):
        if data is None or isinstance(data, (bool, str)):
            return data
        word, rest = data[0], data[1]
        if word == "int":
            return int(rest, 16)
        if word == "float":
            return float.fromhex(rest)
        if word == "bytes":
            return bytes.fromhex(rest)
        if word == "builtin":
            return getattr(builtins, rest)
        if word in _MAKERS:
            return _MAKERS[word](self._decode(part) for part in rest)
        if word == "dict":
            return {self._decode(key): self._decode(part) for key, part in rest}
        if word == "datetime":
            return datetime.datetime.fromisoformat(rest)
        if word == "made":
            return _CLASSES[rest](*(self._decode(part) for part in data[2]))
        if word == "ref":
            return self._resolve(rest)
        raise ValueError(f"unknown kind of value: {word!r}")


def is_changeable(value):
    """Whether a call may change `value`, or something within it."""
    if isinstance(value, (list, set, dict, bytearray, collections.deque)):
        return True
    return isinstance(value, tuple) and any(is_changeable(part) for part in value)


def change_to(value, new):
    """Makes `value`, which was handed over as a copy, what that copy has become; returns what stands in its place."""
    if type(value) is not type(new):
        return new
    if isinstance(value, (list, collections.deque)):
        parts = [change_to(old, part) for old, part in zip(value, new)] + list(new)[len(value) :]
        value.clear()
        value.extend(parts)
    elif isinstance(value, dict):
        parts = {key: change_to(value[key], part) if key in value else part for key, part in new.items()}
        value.clear()
        value.update(parts)
    elif isinstance(value, set):
        value.clear()
        value.update(new)
    elif isinstance(value, bytearray):
        value[:] = new
    elif isinstance(value, tuple) and len(value) == len(new):
        for old, part in zip(value, new):
            change_to(old, part)
    else:
        return new
    return value
