# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines that run and do nothing, or something else than it seems: habits of beginners that pyflakes does not look for."""

import ast

from .place import Place, problem

# Names of Python's that are handy for values, and missed later: `list = [1, 2]`, and then `list("abc")`.
_OFTEN_HIDDEN = frozenset(
    "bool dict dir float input int len list map max min next open print range round set sorted str sum tuple type".split()
)


def find(tree, lines):
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            yield from _without_effect(node)
        elif isinstance(node, ast.Assign | ast.AnnAssign | ast.For):
            yield from _hidden(node, lines)
        elif isinstance(node, ast.ExceptHandler):
            yield from _swallowed(node, lines)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from _shared_default(node)


def _without_effect(statement):
    value = statement.value
    place = Place.of_node(value)
    if isinstance(value, ast.Compare):
        equal = len(value.ops) == 1 and isinstance(value.ops[0], ast.Eq)
        hint = " To give a name a value, write one `=`." if equal and isinstance(value.left, ast.Name) else ""
        yield problem("warning", "comparison-unused", f"This compares, and nothing is done with the answer.{hint}", place)
    elif isinstance(value, ast.Attribute) and isinstance(value.ctx, ast.Load):
        yield problem("warning", "call-forgotten", f"`{value.attr}` is only named here, and nothing happens. If it"
                      f" is a function, call it: `{value.attr}()`.", place)  # fmt: skip
    elif isinstance(value, ast.Name) and value.id in ("print", "exit", "quit", "breakpoint", "input"):
        yield problem("warning", "call-forgotten", f"`{value.id}` is only named here, and nothing happens. Call it:"
                      f" `{value.id}()`.", place)  # fmt: skip
    elif isinstance(value, ast.BinOp):
        yield problem("warning", "result-unused", "This calculates, and nothing is done with the result. Give it a name,"
                      " or print it.", place)  # fmt: skip


def _hidden(node, lines):
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    for target in targets:
        for name in ast.walk(target):
            if isinstance(name, ast.Name) and isinstance(name.ctx, ast.Store) and name.id in _OFTEN_HIDDEN:
                yield problem("warning", "builtin-hidden", f"From here on `{name.id}` means this value, and Python's own"
                              f" `{name.id}` is out of reach. Choose another name.",
                              Place.of_name(lines, name.lineno, name.col_offset, name.id))  # fmt: skip


def _swallowed(handler, lines):
    only = handler.body[0] if len(handler.body) == 1 else None
    if handler.type is None and isinstance(only, ast.Pass):
        yield problem("warning", "error-swallowed", "This hides every error, also misspelt names and Ctrl-C. Name the"
                      " exception that you expect: `except ValueError:`.", Place.of_line(lines, handler.lineno))  # fmt: skip


def _shared_default(function):
    defaults = [*function.args.defaults, *(value for value in function.args.kw_defaults if value is not None)]
    for value in defaults:
        if isinstance(value, ast.List | ast.Dict | ast.Set):
            yield problem("warning", "shared-default", "This default is made once, and all calls share it. Use `None`, and"
                          " make a new one inside the function.", Place.of_node(value))  # fmt: skip
