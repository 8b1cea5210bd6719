# SPDX-License-Identifier: GPL-3.0-or-later
"""Which values a failing piece of source speaks of. Looks at text only; nothing is evaluated here.

An expression is given as (text, name, steps, called): `text` as written, the name it starts with, and the steps from
there, each ("attribute", name), ("item", constant) or ("item of", name). `called` says that it stands where a function
is called: its value says little then, unless it is no function.
"""

import ast
import builtins
import io
import keyword
import tokenize

# Functions below look builtins up here: the learner may delete or replace their own.
__builtins__ = dict(vars(builtins))

_MOST = 12


def in_range(lines, first_column, last_column):
    """The expressions in `lines` (whole lines with single newlines between them) from the UTF-8 byte column in the first
    line to that in the last line; -1 stands for unknown. Without any there, those of the whole lines."""
    tree, first_line = _parse_lines(lines)
    known = first_column >= 0 and last_column >= 0
    if tree is None:
        text = _cut(lines, first_column, last_column) if known else lines
        return _unique(_in_text(text) or _in_text(lines))
    found = []
    if known:
        start = (first_line, first_column)
        found = _by_tree(tree, start, (first_line + lines.count("\n"), last_column))
    return _unique(found or _by_tree(tree))


def _unique(found):
    unique = {}
    for expression in found:
        unique.setdefault(expression[0], expression)
    return list(unique.values())[:_MOST]


def _parse(source):
    try:
        return ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _parse_lines(lines):
    """(tree, number of the first line in it), or (None, 0) when they are no whole statements. Columns stay as they are."""
    indent = lines[: len(lines) - len(lines.lstrip())]
    outer = "if 1:\n" if indent else ""
    # The head of a compound statement needs a body, and some heads do not stand alone.
    befores = ["", indent + "if 1: pass\n", indent + "try: pass\n"]
    after = " pass" if lines.rstrip().endswith(":") else ""
    for before in befores if after else befores[:1]:
        tree = _parse(outer + before + lines + after)
        if tree is not None:
            return tree, 1 + (outer + before).count("\n")
    return None, 0


def _cut(lines, first_column, last_column):
    rows = [row.encode("utf-8", "surrogatepass") for row in lines.split("\n")]
    rows[-1] = rows[-1][:last_column]
    rows[0] = rows[0][first_column:]
    return b"\n".join(rows).decode("utf-8", "replace")


def _in_text(text):
    """The expressions in a piece of a statement."""
    stripped = text.strip()
    tree = _parse("(" + stripped + "\n)") or _parse(stripped)
    return list(_by_tokens(text)) if tree is None else _by_tree(tree)


def _by_tokens(text):
    """Plain names where the text is no whole expression or statement."""
    after_dot = False
    try:
        for token in tokenize.generate_tokens(io.StringIO(text.strip() + "\n").readline):
            if token.type == tokenize.NAME and not after_dot and not keyword.iskeyword(token.string):
                yield token.string, token.string, [], False
            after_dot = token.string == "."
    except (tokenize.TokenError, SyntaxError):
        pass


def _by_tree(tree, start=None, end=None):
    finder = _Finder(start, end)
    finder.visit(tree)
    return finder.found


class _Finder(ast.NodeVisitor):
    """Collects what is read, in the order in which it is written. `start` and `end`, each (line, column), leave out
    what is not between them."""

    def __init__(self, start, end):
        self.found = []
        self._start = start
        self._end = end
        self._bound = []  # names of comprehensions and lambdas around the current node

    def visit(self, node):
        if self._start is None or not isinstance(node, ast.expr):
            return super().visit(node)
        start, end = (node.lineno, node.col_offset), (node.end_lineno, node.end_col_offset)
        if start >= self._end or end <= self._start:
            return None
        whole = start >= self._start and end <= self._end
        return super().visit(node) if whole else self.generic_visit(node)

    def visit_Name(self, node):
        self._chain(node, False)

    def visit_Attribute(self, node):
        if not self._chain(node, False):
            self.generic_visit(node)

    def visit_Subscript(self, node):
        known = self._chain(node, False)
        if not known:
            self.visit(node.value)
        self.visit(node.slice)

    def visit_Call(self, node):
        if not (isinstance(node.func, (ast.Name, ast.Attribute)) and self._chain(node.func, True)):
            self.visit(node.func)
        for part in (*node.args, *node.keywords):
            self.visit(part)

    def visit_Lambda(self, node):
        arguments = node.args
        names = {argument.arg for argument in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)}
        names |= {argument.arg for argument in (arguments.vararg, arguments.kwarg) if argument}
        self._inside(names, [node.body])

    def _visit_comprehension(self, node):
        targets = {
            name.id
            for generator in node.generators
            for name in ast.walk(generator.target)
            if isinstance(name, ast.Name)
        }
        results = [node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt]
        self._inside(targets, [*results, *node.generators])

    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = _visit_comprehension

    def visit_FunctionDef(self, node):
        heads = (*node.decorator_list, *node.args.defaults)
        for part in node.body if self._failed_in_body(node) else heads:
            self.visit(part)

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_ClassDef(self, node):
        heads = (*node.decorator_list, *node.bases, *node.keywords)
        for part in node.body if self._failed_in_body(node) else heads:
            self.visit(part)

    def _failed_in_body(self, node):
        """The body stands on one line with its head, and it is the body that was running."""
        first = node.body[0]
        return self._start is not None and (first.lineno, first.col_offset) <= self._start

    def _inside(self, names, nodes):
        self._bound.append(names)
        for node in nodes:
            self.visit(node)
        self._bound.pop()

    def _chain(self, node, called):
        """Notes a name with attributes and simple subscripts behind it, and each shorter one. False: it is none."""
        steps = []
        nodes = [node]
        while not isinstance(node, ast.Name):
            step = _step(node)
            if step is None:
                return False
            steps.insert(0, step)
            node = node.value
            nodes.insert(0, node)
        stored = not isinstance(node.ctx, ast.Load)
        if stored or any(node.id in names for names in self._bound):
            return True
        if not isinstance(nodes[-1].ctx, ast.Load):
            nodes.pop()  # what is assigned to has no value yet that matters
        for count, part in enumerate(nodes):
            text = node.id if part is node else ast.unparse(part)
            self.found.append((text, node.id, steps[:count], called))
        return True


def _step(node):
    if isinstance(node, ast.Attribute):
        return ("attribute", node.attr)
    if isinstance(node, ast.Subscript):
        index = node.slice
        if isinstance(index, ast.Constant) and type(index.value) in (str, int):
            return ("item", index.value)
        if (
            isinstance(index, ast.UnaryOp)
            and isinstance(index.op, ast.USub)
            and isinstance(index.operand, ast.Constant)
            and type(index.operand.value) is int
        ):
            return ("item", -index.operand.value)
        if isinstance(index, ast.Name):
            return ("item of", index.id)
    return None
