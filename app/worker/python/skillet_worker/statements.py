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


def compile_pasted(source, name, flags):
    """Two code objects: all statements but the last, or None; and the last, which shows its value."""
    tree = compile(source, name, "exec", flags | _ast.PyCF_ONLY_AST, dont_inherit=True)
    if not tree.body:
        return None, None
    first = None
    if len(tree.body) > 1:
        module = _ast.Module(body=tree.body[:-1], type_ignores=[])
        first = compile(module, name, "exec", flags, dont_inherit=True)
        flags |= first.co_flags & _FUTURE_FLAGS
    last = _ast.Interactive(body=tree.body[-1:])
    return first, compile(last, name, "single", flags, dont_inherit=True)
