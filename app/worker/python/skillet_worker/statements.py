# SPDX-License-Identifier: GPL-3.0-or-later
"""Several statements given to the prompt at once."""

import _ast

_FUTURE_FLAGS = 0x1FF0000  # CO_FUTURE_*: what `from __future__ import` adds to a code object's flags


def compile_lines(source, name, flags):
    """A code object that shows the value of every expression, as if its statement had been typed by itself; None when
    there is no statement."""
    tree = compile(source, name, "exec", flags | _ast.PyCF_ONLY_AST, dont_inherit=True)
    if not tree.body:
        return None
    return compile(_ast.Interactive(body=tree.body), name, "single", flags, dont_inherit=True)


def _parse(source, name, flags):
    return compile(source, name, "exec", flags | _ast.PyCF_ONLY_AST, dont_inherit=True)


def _parse_indented(source, name, flags):
    """As if it stood at the outermost level, with the lines and columns that it has in its file."""
    try:
        taken_out, *after = _parse("if 1:\n" + source, name, flags).body
    except SyntaxError as error:
        error.lineno = error.lineno and error.lineno - 1
        error.end_lineno = error.end_lineno and error.end_lineno - 1
        raise
    if taken_out.orelse:  # of an `if` that was left behind
        return _parse(source, name, flags)
    body = taken_out.body + after
    for statement in body:
        _move_up(statement)
    return _ast.Module(body=body, type_ignores=[])


def _move_up(node):
    todo = [node]
    while todo:
        node = todo.pop()
        if hasattr(node, "lineno"):
            node.lineno -= 1
            node.end_lineno -= 1
        for field in node._fields:
            value = getattr(node, field, None)
            todo += (each for each in (value if isinstance(value, list) else [value]) if isinstance(each, _ast.AST))


def _is_indented(source):
    for line in source.split("\n"):
        text = line.lstrip(" \t\f")
        if text and not text.startswith("#"):
            return text != line
    return False


def compile_pasted(source, name, flags):
    """Two code objects: all statements but the last, or None; and the last, which shows its value. Lines that were
    taken out of a function or a loop run, too."""
    tree = (_parse_indented if _is_indented(source) else _parse)(source, name, flags)
    if not tree.body:
        return None, None
    first = None
    if len(tree.body) > 1:
        module = _ast.Module(body=tree.body[:-1], type_ignores=[])
        first = compile(module, name, "exec", flags, dont_inherit=True)
        flags |= first.co_flags & _FUTURE_FLAGS
    last = _ast.Interactive(body=tree.body[-1:])
    return first, compile(last, name, "single", flags, dont_inherit=True)
