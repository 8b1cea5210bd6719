# SPDX-License-Identifier: GPL-3.0-or-later
"""Which names of a program stand where: what a name that is to change would run into.

Places are (line from 1, column in UTF-8 bytes from 0), as the syntax tree counts.
"""

import ast
import io
import re
import tokenize
import warnings

_SCOPES = (ast.Module, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda, ast.ListComp, ast.SetComp,
           ast.DictComp, ast.GeneratorExp)  # fmt: skip


class _Scope:
    def __init__(self, node, parent):
        self.node = node
        self.parent = parent
        self.bound = {}  # name: first line
        self.used = {}
        self.places = set()

    def chain(self):
        scope = self
        while scope:
            yield scope
            scope = scope.parent


class Program:
    """Raises SyntaxError or ValueError when the text is no program."""

    def __init__(self, source):
        self._source = source
        self._lines = source.split("\n")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self._tree = ast.parse(source)
        self._scopes = []
        self._aliases = {}  # place: whether it is behind `as`
        self._attributes = {}  # place: name
        self._at = {}  # place: the scope that the name there belongs in
        self._visit(self._tree, self._add_scope(self._tree, None))

    def alias_at(self, place):
        """True: the name there is given by `as`. False: an import names it. None: it is no import."""
        return self._aliases.get(place)

    def is_attribute(self, place):
        return place in self._attributes or isinstance(self._scope(place).node, ast.ClassDef)

    def is_seen_outside(self, place):
        """Whether other files can use what gets its name there."""
        return self.is_attribute(place) or isinstance(self._scope(place).node, ast.Module)

    def places_of(self, word):
        """Where the word stands in the code, not in strings and comments."""
        return {(token.start[0], len(token.line[: token.start[1]].encode()))
                for token in tokenize.generate_tokens(io.StringIO(self._source).readline)
                if token.type == tokenize.NAME and token.string == word}  # fmt: skip

    def taken(self, definition, places, word):
        """[(name, line)] that would mean something else at one of the places."""
        home = self._scope(definition)
        found = {}
        if self.is_attribute(definition):
            self._add_attributes(home, found)
        else:
            inside = [scope for scope in self._scopes if home in scope.chain()]
            touched = {id(one) for scope in inside if scope.places & places for one in scope.chain()}
            for scope in inside:
                names = {**scope.used, **scope.bound}
                for name, line in names.items():
                    if scope is home or id(scope) in touched or name not in scope.bound:
                        found.setdefault(name, line)
        found.pop(word, None)
        return sorted(found.items())

    def _add_attributes(self, home, found):
        """What the class has already."""
        scope = next((one for one in home.chain() if isinstance(one.node, ast.ClassDef)), None)
        if scope is None:
            found.update({name: place[0] for place, name in sorted(self._attributes.items(), reverse=True)})
            return
        found.update(scope.bound)
        for node in ast.walk(scope.node):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in ("self", "cls"):
                found.setdefault(node.attr, node.lineno)

    def _scope(self, place):
        if place in self._at:
            return self._at[place]
        around = [scope for scope in self._scopes if self._contains(scope.node, place)]
        return around[-1] if around else self._scopes[0]

    @staticmethod
    def _contains(node, place):
        if isinstance(node, ast.Module):
            return True
        return (node.lineno, node.col_offset) <= place < (node.end_lineno, node.end_col_offset)

    def _add_scope(self, node, parent):
        scope = _Scope(node, parent)
        self._scopes.append(scope)
        return scope

    def _bind(self, scope, name, line, column=None):
        scope.bound.setdefault(name, line)
        if column is not None:
            scope.places.add((line, column))
            self._at[line, column] = scope

    def _visit(self, node, scope):
        method = getattr(self, "_visit_" + type(node).__name__, None)
        if method:
            method(node, scope)
        elif isinstance(node, _SCOPES) and not isinstance(node, ast.Module):
            self._visit_children(node, self._add_scope(node, scope))
        else:
            self._visit_children(node, scope)

    def _visit_children(self, node, scope):
        for child in ast.iter_child_nodes(node):
            self._visit(child, scope)

    def _visit_FunctionDef(self, node, scope):
        self._bind(scope, node.name, *self._name_behind(node))
        inner = self._add_scope(node, scope)
        # Decorators, defaults and annotations belong to what is around.
        arguments = node.args
        outside = [*node.decorator_list, *arguments.defaults, *(one for one in arguments.kw_defaults if one), node.returns]
        self._visit_arguments(arguments, inner, scope)
        for part in outside:
            if part is not None:
                self._visit(part, scope)
        for part in node.body:
            self._visit(part, inner)

    _visit_AsyncFunctionDef = _visit_FunctionDef

    def _visit_Lambda(self, node, scope):
        inner = self._add_scope(node, scope)
        self._visit_arguments(node.args, inner, scope)
        for part in [*node.args.defaults, *(one for one in node.args.kw_defaults if one)]:
            self._visit(part, scope)
        self._visit(node.body, inner)

    def _visit_arguments(self, arguments, inner, scope):
        every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, arguments.vararg, arguments.kwarg]
        for argument in every:
            if argument is not None:
                self._bind(inner, argument.arg, argument.lineno, argument.col_offset)
                if argument.annotation:
                    self._visit(argument.annotation, scope)

    def _visit_ClassDef(self, node, scope):
        self._bind(scope, node.name, *self._name_behind(node))
        for part in [*node.decorator_list, *node.bases, *node.keywords]:
            self._visit(part, scope)
        inner = self._add_scope(node, scope)
        for part in node.body:
            self._visit(part, inner)

    def _visit_Name(self, node, scope):
        scope.places.add((node.lineno, node.col_offset))
        if isinstance(node.ctx, ast.Load):
            scope.used.setdefault(node.id, node.lineno)
        else:
            self._bind(scope, node.id, node.lineno, node.col_offset)

    def _visit_Attribute(self, node, scope):
        column = node.end_col_offset - len(node.attr.encode())
        self._attributes[node.end_lineno, column] = node.attr
        self._visit_children(node, scope)

    def _visit_Import(self, node, scope):
        for alias in node.names:
            name = alias.asname or alias.name.partition(".")[0]
            column = alias.end_col_offset - len(name.encode()) if alias.asname else alias.col_offset
            line = alias.end_lineno if alias.asname else alias.lineno
            self._aliases[line, column] = bool(alias.asname)
            if alias.asname:  # what stands before `as` is another file's
                self._aliases[alias.lineno, alias.col_offset] = False
            self._bind(scope, name, line, column)

    _visit_ImportFrom = _visit_Import

    def _visit_ExceptHandler(self, node, scope):
        if node.name:
            self._bind(scope, node.name, node.lineno)
        self._visit_children(node, scope)

    def _visit_Global(self, node, scope):
        for name in node.names:
            scope.used.setdefault(name, node.lineno)

    _visit_Nonlocal = _visit_Global

    def _visit_MatchAs(self, node, scope):
        if node.name:
            self._bind(scope, node.name, node.lineno)
        self._visit_children(node, scope)

    def _name_behind(self, node):
        """(line, column) of the name behind `def` or `class`."""
        text = self._lines[node.lineno - 1].encode()
        found = re.compile(rb"(?<!\w)%s(?!\w)" % re.escape(node.name.encode())).search(text, node.col_offset + 4)
        return node.lineno, found.start() if found else node.col_offset
