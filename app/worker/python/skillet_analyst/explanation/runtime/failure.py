# SPDX-License-Identifier: GPL-3.0-or-later
"""One failure, as rules ask about it: its words, its place, the values there, and the source around it."""

import ast
import collections
import functools
import re
import textwrap

from ..model import Suggestion
from ..problem import Value
from .trimming import Trimmed

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
# Other names of the same classes
_ALIASES = {"socket.timeout": "TimeoutError", "asyncio.TimeoutError": "TimeoutError", "IOError": "OSError",
            "EnvironmentError": "OSError", "socket.error": "OSError", "select.error": "OSError", "re.error": "PatternError",
            "PatternError": "error"}
_RAISES = re.compile(r"(?:.*[:;])?\s*raise\s+([\w.]+)")
_SCOPES = (*_FUNCTIONS, ast.Lambda, ast.ClassDef)


def parse(text):
    try:
        return ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _parse_line(line):
    """(tree, lines added before, columns taken away) of one line of a program, or (None, 0, 0)."""
    text = line.strip()
    indent = len(line.encode()) - len(line.lstrip().encode())
    if text.endswith(":"):
        text += " pass"
    for before in ("", "if 1: pass\n", "try: pass\n", "while 1:\n "):
        tree = parse(before + text)
        if tree is not None:
            if before.endswith(" "):
                return tree, before.count("\n"), indent - 1
            return tree, before.count("\n"), indent
    tree = parse("async def _():\n " + text)
    return (tree, 1, indent - 1) if tree is not None else (None, 0, 0)


class Failure:
    def __init__(self, chain, source, version, folder):
        self.chain = chain
        self.raised = chain[0]
        self.source = source
        self.version = version
        self.folder = folder
        self.type = self.raised.type
        self.full_type = self.raised.full_type
        self.message = self.raised.message
        self.frames = self.raised.frames
        self._trimmed = None

    @property
    def is_syntax_error(self):
        return self.raised.is_syntax_error

    # The place

    @functools.cached_property
    def frame(self):
        """The learner's own frame closest to the failure; the last one when there is none. None without frames."""
        for frame in reversed(self.frames):
            if not frame.is_library:
                return frame
        return self.frames[-1] if self.frames else None

    @property
    def is_own(self):
        """Did it happen in the learner's code itself, not in a library that this code called?"""
        return bool(self.frames) and self.frame is self.frames[-1]

    @property
    def line(self):
        return self.frame.line if self.frame else -1

    @property
    def line_text(self):
        return self.frame.text.strip() if self.frame else ""

    @functools.cached_property
    def tree(self):
        """The syntax tree of the source, without what has nothing to do with the failure, or None. Only of a source that
        has the failing line where it should."""
        if self.source is None or self.frame is None:
            return None
        lines = self._lines
        known = self.frame.text.strip()
        if not 0 < self.line <= len(lines) or (known and lines[self.line - 1].strip() != known):
            return None
        self._trimmed = Trimmed(lines, self.line, self.type, self.message)
        tree = parse("\n".join(self._trimmed.lines))
        if tree is None and not self._trimmed.is_whole:  # a text in quotes looked like code
            self._trimmed = None
            tree = parse(self.source)
        return tree

    @functools.cached_property
    def _line_tree(self):
        """(tree, shift of lines, shift of columns) in which to look for the failing expression."""
        if self.tree is not None:
            return self.tree, 0, 0
        if not self.line_text:
            return None, 0, 0
        tree, lines, columns = _parse_line(self.frame.text)
        return tree, lines + 1 - self.line, -columns

    @functools.cached_property
    def node(self):
        """The expression that failed, by the range that CPython gave; None when there is no range."""
        tree, lines, columns = self._line_tree
        if tree is None or not self.frame.range.has_columns:
            return None
        where = self.frame.range
        end_line = where.end_line if where.end_line > 0 else where.line
        start = (where.line + lines, where.column + columns)
        end = (end_line + lines, where.end_column + columns)
        best = None
        for node in _walk_lines(tree, start[0], end[0]):
            if (node.lineno, node.col_offset) <= start and (node.end_lineno, node.end_col_offset) >= end:
                if best is None or _size(node) <= _size(best):
                    best = node
        return best

    @functools.cached_property
    def statement(self):
        """The innermost statement on the failing line, or None."""
        tree, lines, _ = self._line_tree
        if tree is None:
            return None
        best = None
        for node in _walk_lines(tree, self.line + lines, self.line + lines):
            if isinstance(node, ast.stmt) and node.lineno <= self.line + lines <= node.end_lineno:
                if best is None or _size(node) <= _size(best):
                    best = node
        return best

    def nodes(self, *kinds):
        """Nodes of these kinds in the failing expression, or in the whole line when the expression is not known."""
        start = self.node if self.node is not None else self.statement
        if start is None:
            return []
        if self.node is None and hasattr(start, "body"):
            found = [node for part in _head(start) for node in ast.walk(part)]
        else:
            found = list(ast.walk(start))
        return [node for node in found if isinstance(node, kinds)]

    def only(self, *kinds, where=lambda node: True):
        """The failing expression when it is of these kinds, else the only such node in it; None when in doubt."""
        if isinstance(self.node, kinds) and where(self.node):
            return self.node
        found = [node for node in self.nodes(*kinds) if where(node)]
        return found[0] if len(found) == 1 else None

    def text(self, node):
        """A node as written."""
        if node is None:
            return ""
        if self.tree is not None:
            if node.lineno != node.end_lineno:
                return ast.unparse(node)
            written = self._lines[node.lineno - 1].encode()[node.col_offset : node.end_col_offset]
            if written:
                return written.decode(errors="replace")
        return ast.unparse(node)

    @functools.cached_property
    def _lines(self):
        return self.source.split("\n")

    # Values

    @functools.cached_property
    def values(self):
        return {value.name: value for value in self.frame.values} if self.frame else {}

    def value(self, node):
        """The Value of an expression, or None when it is not known."""
        if node is None:
            return None
        if isinstance(node, ast.Constant):
            length = len(node.value) if isinstance(node.value, (str, bytes)) else -1
            return Value({"name": repr(node.value), "type": type(node.value).__name__, "preview": repr(node.value),
                          "length": length})
        found = self.values.get(self.text(node)) or self.values.get(ast.unparse(node))
        return found if found is not None and found.known else None

    def of_type(self, *types):
        """The known values of these types, in order."""
        return [value for value in self.values.values() if value.known and value.type in types]

    @functools.cached_property
    def says_it_itself(self):
        """Was the error raised, with words of their own, by the program or an installed package? Then the message proves
        nothing; those of the standard library are as good as Python's."""
        if not self.frames:
            return False
        last = self.frames[-1]
        foreign = "site-packages" in last.file or "dist-packages" in last.file
        if last.is_library and not foreign:
            return False
        raised = _RAISES.match(last.text)
        name = raised[1].rpartition(".")[2] if raised is not None else ""
        return bool(name) and self.type in (name, _ALIASES.get(raised[1]), _ALIASES.get(name))

    # The source around

    @functools.cached_property
    def functions(self):
        """The functions around the failing line, innermost first."""
        if self.tree is None:
            return []
        found = [
            node
            for node in self.everything
            if isinstance(node, _FUNCTIONS) and node.body[0].lineno <= self.line <= node.end_lineno
        ]
        return sorted(found, key=lambda node: -node.lineno)

    @functools.cached_property
    def everything(self):
        """Every node of the text, in no order that matters, but for those that say nothing: contexts and operators."""
        return [node for node in ast.walk(self.tree) if not isinstance(node, (ast.expr_context, ast.operator))]

    @functools.cached_property
    def class_around(self):
        if self.tree is None:
            return None
        found = [
            node
            for node in self.everything
            if isinstance(node, ast.ClassDef) and node.lineno <= self.line <= node.end_lineno
        ]
        return max(found, key=lambda node: node.lineno, default=None)

    @property
    def scope(self):
        """The innermost function around the failing line, else the whole text; None when the text is not known."""
        return self.functions[0] if self.functions else self.tree

    def definition(self, name, *kinds):
        """The function or class of that name in the text, wherever it stands; None when there is not exactly one."""
        kinds = kinds or (*_FUNCTIONS, ast.ClassDef)
        if self.tree is None:
            return None
        found = [node for node in self.everything if isinstance(node, kinds) and node.name == name]
        if self._trimmed is not None and not self._trimmed.is_whole:
            whole = {node.lineno: node for node in self._trimmed.definitions(name) if isinstance(node, kinds)}
            found = [node for node in found if node.lineno not in whole] + list(whole.values())
        return found[0] if len(found) == 1 else None

    def class_named(self, name):
        return self.definition(name, ast.ClassDef)

    def assignments(self, name, scope=None):
        """The values assigned to a name in a scope (not in those inside it): [(statement, value node or None)]."""
        scope = scope if scope is not None else self.scope
        found = []
        for node in own_nodes(scope):
            if isinstance(node, ast.Assign):
                if any(isinstance(target, ast.Name) and target.id == name for target in node.targets):
                    found.append((node, node.value))
                elif any(_stores(target, name) for target in node.targets):
                    found.append((node, None))
            elif isinstance(node, ast.AnnAssign) and _stores(node.target, name):
                found.append((node, node.value))
            elif isinstance(node, (ast.For, ast.AsyncFor, ast.AugAssign)) and _stores(node.target, name):
                found.append((node, None))
            elif isinstance(node, ast.NamedExpr) and _stores(node.target, name):
                found.append((node, node.value))
        return sorted(found, key=lambda pair: pair[0].lineno)

    def last_assigned(self, name):
        """What the name was last assigned above the failing line, as a node; None when not known."""
        for scope in (self.scope, self.tree):
            if scope is None:
                return None
            found = [pair for pair in self.assignments(name, scope)
                     if scope is not self.scope or pair[0].lineno < self.line]
            if found:
                return found[-1][1]
        return None

    # Suggestions

    def mend(self, node, replacement):
        """A Suggestion that puts `replacement` in the place of the node, when that compiles; else None."""
        if node is None or self.line_text == "" or node.lineno != node.end_lineno:
            return None
        tree, lines, columns = self._line_tree
        if tree is None or node.lineno - lines != self.line:
            return None
        line = self._whole_line.encode()
        start, end = node.col_offset - columns, node.end_col_offset - columns
        if start < 0 or end > len(line):
            return None
        return self.rewrite((line[:start] + replacement.encode() + line[end:]).decode(errors="replace"))

    @property
    def _whole_line(self):
        if self.tree is not None:
            return self._lines[self.line - 1]
        return self.frame.text

    def rewrite(self, after, line=None):
        """A Suggestion for a whole line, when the text compiles with it; else None."""
        line = self.line if line is None else line
        if self.tree is not None:
            before = self._lines[line - 1]
            lines = list(self._trimmed.lines if self._trimmed is not None else self._lines)
            if lines[line - 1] != before:
                return None
            lines[line - 1] = after
            compiles = parse("\n".join(lines)) is not None
        else:
            before = self._whole_line
            compiles = line == self.line and _parse_line(textwrap.dedent(after))[0] is not None
        return Suggestion(line, before, after) if compiles and before != after else None


def _size(node):
    return (node.end_lineno - node.lineno, node.end_col_offset - node.col_offset)


def _head(statement):
    """The expressions of a compound statement's own line."""
    for name in ("test", "iter", "items", "subject", "decorator_list", "bases"):
        part = getattr(statement, name, None)
        if isinstance(part, ast.AST):
            yield part
        elif isinstance(part, list):
            yield from part


def _stores(target, name):
    return any(isinstance(node, ast.Name) and node.id == name for node in ast.walk(target))


def own_nodes(scope):
    """The nodes of a scope without those of the functions and classes inside it (these themselves are given)."""
    known = getattr(scope, "own_nodes_", None)  # many rules ask, and a text may be long
    if known is None:
        known = scope.own_nodes_ = list(_find_own_nodes(scope))
    return known


def _find_own_nodes(scope):
    pending = collections.deque(getattr(scope, "body", ()))
    while pending:
        node = pending.popleft()
        yield node
        if not isinstance(node, _SCOPES):
            pending.extend(ast.iter_child_nodes(node))


def _walk_lines(tree, first, last):
    """The nodes that cover these lines. What lies outside them is not looked into."""
    pending = [tree]
    while pending:
        node = pending.pop()
        if hasattr(node, "end_lineno"):
            yield node
        for child in ast.iter_child_nodes(node):
            inside = getattr(child, "end_lineno", None)
            if inside is None or (child.lineno <= first and inside >= last) or isinstance(child, ast.excepthandler):
                pending.append(child)
