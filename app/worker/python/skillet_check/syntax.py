# SPDX-License-Identifier: GPL-3.0-or-later
"""Demands and bans on how a program is written, decided on its syntax tree."""

import ast

from .attempt import CheckFailed, current

_KINDS = {
    "assert": ast.Assert,
    "class": ast.ClassDef,
    "comprehension": (ast.ListComp, ast.DictComp, ast.SetComp, ast.GeneratorExp),
    "dict": (ast.Dict, ast.DictComp),
    "f-string": ast.JoinedStr,
    "for loop": (ast.For, ast.AsyncFor),
    "function": (ast.FunctionDef, ast.AsyncFunctionDef),
    "if": ast.If,
    "import": (ast.Import, ast.ImportFrom),
    "lambda": ast.Lambda,
    "list": (ast.List, ast.ListComp),
    "match": ast.Match,
    "raise": ast.Raise,
    "return": ast.Return,
    "set": (ast.Set, ast.SetComp),
    "slice": ast.Slice,
    "try": ast.Try,
    "tuple": ast.Tuple,
    "while loop": ast.While,
    "with": (ast.With, ast.AsyncWith),
    "yield": (ast.Yield, ast.YieldFrom),
}

_OPERATORS = {
    "+": ast.Add,
    "-": ast.Sub,
    "*": ast.Mult,
    "/": ast.Div,
    "//": ast.FloorDiv,
    "%": ast.Mod,
    "**": ast.Pow,
}


def program_text(*, file=None):
    """The learner's program as text."""
    return current().path(file).read_text(encoding="utf-8")


def program_tree(*, file=None):
    """The learner's program as a syntax tree, for what demand() and ban() cannot say."""
    path = current().path(file)
    return ast.parse(path.read_bytes(), filename=str(path))


def count(what, *, inside=None, file=None):
    """How often `what` stands in the program, or in its function `inside`.

    `what` is a word such as "for loop" or "f-string", a call such as "print()" or "append()", an operator
    such as "+", a name such as "name price", or a value such as 3.5 (a number, or a text in quotes).
    """
    matches = _matcher(what)
    tree = program_tree(file=file)
    if inside is not None:
        tree = _function(tree, inside)
    return sum(1 for node in ast.walk(tree) if node is not tree and matches(node))


def demand(what, message="", *, inside=None, file=None):
    """The check fails when `what` (see count()) does not stand in the program."""
    if count(what, inside=inside, file=file) == 0:
        raise CheckFailed(message or f"This task asks for {_spoken(what)}{_place(inside)}, and there is none yet.")


def ban(what, message="", *, inside=None, file=None):
    """The check fails when `what` (see count()) stands in the program."""
    if count(what, inside=inside, file=file) > 0:
        raise CheckFailed(message or f"This task is to be done without {_spoken(what)}{_place(inside)}.")


def _place(inside):
    return f" in {inside}" if inside else ""


def _spoken(what):
    if not isinstance(what, str):
        return f"the value {what!r}"
    if what in _OPERATORS:
        return f"the operator {what}"
    if what.endswith("()"):
        return f"a call of {what}"
    if what.startswith("name "):
        return f"the {what}"
    return f"{'an' if what[0] in 'aei' or what == 'f-string' else 'a'} {what}"


def _matcher(what):
    if isinstance(what, (int, float)):
        return lambda node: isinstance(node, ast.Constant) and type(node.value) is type(what) and node.value == what
    if what in _KINDS:
        return lambda node: isinstance(node, _KINDS[what])
    if what in _OPERATORS:
        return lambda node: isinstance(node, (ast.BinOp, ast.AugAssign)) and isinstance(node.op, _OPERATORS[what])
    if what.endswith("()"):
        return lambda node: isinstance(node, ast.Call) and _called_name(node.func) == what[:-2]
    if what.startswith("name "):
        return lambda node: isinstance(node, ast.Name) and node.id == what[5:]
    if len(what) > 1 and what[0] == what[-1] and what[0] in "'\"":
        return lambda node: isinstance(node, ast.Constant) and node.value == what[1:-1]
    known = ", ".join([*_KINDS, *_OPERATORS, "print() and any other call", "name price and any other name"])
    raise ValueError(f"skillet_check does not know the syntax {what!r}; it knows: {known}")


def _called_name(function):
    if isinstance(function, ast.Name):
        return function.id
    return function.attr if isinstance(function, ast.Attribute) else None


def _function(tree, name):
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.name == name:
            return node
    raise CheckFailed(f"There is no function {name} yet. It begins with def {name}(")
