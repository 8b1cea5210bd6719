# SPDX-License-Identifier: GPL-3.0-or-later
"""Random values for the parameters of a function, from their type hints: the odd ones first."""

import ast
import random
import string

from .exercise import ExerciseError

_LETTERS = string.ascii_letters + string.digits + " .,-_\u00e4\u00e9\u20ac"
_ODD = {
    "int": [0, 1, -1, 2, 10, 1000, -17],
    "float": [0.0, 1.0, -1.0, 0.5, 1e9, -2.25],
    "str": ["", "a", " ", "Ada", "two words", "\u00c4pfel"],
    "bool": [False, True],
    "bytes": [b"", b"a", b"\x00\xff"],
    "None": [None],
}
_PLAIN = {
    "int": lambda chance: chance.randint(-100, 100),
    "float": lambda chance: round(chance.uniform(-100, 100), 2),
    "str": lambda chance: "".join(chance.choice(_LETTERS) for _ in range(chance.randint(0, 12))),
    "bool": lambda chance: chance.random() < 0.5,
    "bytes": lambda chance: bytes(chance.randrange(256) for _ in range(chance.randint(0, 8))),
    "None": lambda chance: None,
}
_MANY = {"list": list, "set": set, "frozenset": frozenset, "Sequence": list, "Iterable": list, "Collection": list}
_PAIRS = ("dict", "Mapping", "MutableMapping")


class Inputs:
    """`for arguments in Inputs(source, "total")`: tuples of arguments for that function of the source, without end."""

    def __init__(self, source, name, given=None):
        """given: {"n": [1, 2, 3]} or {"n": range(9)}: values for a parameter, instead of its hint."""
        function = next((n for n in ast.parse(source).body if isinstance(n, ast.FunctionDef) and n.name == name), None)
        if function is None:
            raise ExerciseError(f"the solution has no function {name}")
        parameters = [*function.args.posonlyargs, *function.args.args]
        self._makers = []
        for parameter in parameters:
            if given and parameter.arg in given:
                self._makers.append(_among(list(given[parameter.arg])))
            elif parameter.annotation is None:
                raise ExerciseError(f"{parameter.arg} of the solution's {name} has no type hint; or give its values")
            else:
                self._makers.append(_maker(parameter.annotation))
        self._chance = random.Random(name)  # the same inputs each time: a verdict has to stay the same

    def __iter__(self):
        number = 0
        while True:
            yield tuple(make(self._chance, number) for make in self._makers)
            number += 1


def _maker(hint):
    """A function of a random.Random and the number of the try, from 0."""
    if isinstance(hint, ast.Constant) and isinstance(hint.value, str):
        return _maker(ast.parse(hint.value, mode="eval").body)
    name = _name(hint)
    if name in _PLAIN:
        return _mostly(_ODD[name], _PLAIN[name])
    if name in _MANY or name in _PAIRS or name == "tuple":
        return _maker(
            ast.parse(f"{name}[{'str, int' if name in _PAIRS else 'int, ...' if name == 'tuple' else 'int'}]")
            .body[0]
            .value
        )
    if isinstance(hint, ast.BinOp) and isinstance(hint.op, ast.BitOr):
        return _either([_maker(hint.left), _maker(hint.right)])
    if isinstance(hint, ast.Subscript):
        return _of(_name(hint.value), hint.slice)
    raise ExerciseError(f"no random values are known for the type hint {ast.unparse(hint)}; give values for it")


def _of(name, inner):
    parts = inner.elts if isinstance(inner, ast.Tuple) else [inner]
    if name in _MANY:
        return _collection(_maker(parts[0]), _MANY[name])
    if name in _PAIRS and len(parts) == 2:
        pair = _together([_maker(part) for part in parts])
        return _collection(pair, dict)
    if name == "tuple":
        if len(parts) == 2 and isinstance(parts[1], ast.Constant) and parts[1].value is ...:
            return _collection(_maker(parts[0]), tuple)
        return _together([_maker(part) for part in parts])
    if name == "Optional":
        return _either([lambda chance, number: None, _maker(parts[0])])
    if name == "Union":
        return _either([_maker(part) for part in parts])
    if name == "Literal":
        return _among([ast.literal_eval(part) for part in parts])
    raise ExerciseError(f"no random values are known for the type hint {name}[...]; give values for it")


def _name(hint):
    if isinstance(hint, ast.Constant) and hint.value is None:
        return "None"
    if isinstance(hint, ast.Attribute):
        return hint.attr
    return hint.id if isinstance(hint, ast.Name) else ""


def _mostly(odd, plain):
    return lambda chance, number: odd[number] if number < len(odd) else plain(chance)


def _among(values):
    return lambda chance, number: values[number] if number < len(values) else chance.choice(values)


def _either(makers):
    return lambda chance, number: makers[number % len(makers)](chance, number // len(makers))


def _together(makers):
    return lambda chance, number: tuple(make(chance, number) for make in makers)


def _collection(make, kind):
    def collect(chance, number):
        size = number if number < 3 else chance.randint(0, 8)
        # Parts of a collection are as odd as the collection itself is not.
        parts = [make(chance, chance.randint(0, 20)) for _ in range(size)]
        return kind(parts)

    return collect
