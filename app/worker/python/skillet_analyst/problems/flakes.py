# SPDX-License-Identifier: GPL-3.0-or-later
"""What pyflakes finds, in words for who learns. Where it is not installed, nothing is found."""

import ast
import builtins
import difflib
import keyword
import re

from .place import Place, problem

_QUOTED = re.compile(r"(?<!\w)'([^']*)'")


def find(tree, file, lines):
    try:
        from pyflakes import checker
    except ImportError:
        return
    messages = checker.Checker(tree, filename=file).messages
    names = _names(tree)
    for message in messages:
        kind, code, words, name = _said(message, names)
        if 1 <= message.lineno <= len(lines):
            place = Place.of_name(lines, message.lineno, message.col, name)
            yield problem(kind, code, words, place)


def _said(message, names):
    """(kind, code, words, the name to mark) for a message of pyflakes."""
    cls = type(message).__name__
    arguments = message.message_args
    code = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", cls).lower()
    name = str(arguments[0]) if arguments else ""
    if cls == "UndefinedName":
        if name in names:
            return "error", code, f"`{name}` has no value here. Its value comes later, or in a part of the program that" \
                " this line cannot see.", name  # fmt: skip
        near = difflib.get_close_matches(name, names - {name}, 1, 0.75)
        hint = f" Did you mean `{near[0]}`?" if near else " Give it one, or check how it is spelt."
        return "error", code, f"`{name}` has no value anywhere in this program.{hint}", name
    if cls == "UndefinedLocal":
        return "error", code, f"`{name}` gets its value in this function only after this line, which uses it.", name
    if cls == "UnusedImport":
        shown = name.partition(" as ")[2] or name
        return "warning", code, f"`{shown}` is imported, but never used.", shown.rpartition(".")[2]
    if cls in _WORDS:
        return "warning", code, _WORDS[cls].format(*[*arguments, "", "", ""]), name
    return "warning", code, _general(message), name


def _general(message):
    text = message.message % message.message_args
    text = _QUOTED.sub(r"`\1`", text)
    return text[:1].upper() + text[1:] + ("" if text.endswith(("?", ".")) else ".")


def _names(tree):
    """The names that a misspelt one may stand for."""
    found = {name for name in dir(builtins) if not name.startswith("_")}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.add(node.id)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.arg):
            found.add(node.arg)
        elif isinstance(node, ast.alias):
            found.add((node.asname or node.name).partition(".")[0])
    return found - set(keyword.kwlist)


_WORDS = {
    "UnusedVariable": "`{0}` gets a value here that is never used.",
    "UnusedAnnotation": "`{0}` is announced here, but never gets a value.",
    "RedefinedWhileUnused": "`{0}` is defined here again; what line {1} made of it was never used.",
    "ImportShadowedByLoopVar": "In this loop `{0}` means something else than the import of line {1}.",
    "ImportStarUsed": "With `from {0} import *` nobody can see which names come from there. Name the ones you need.",
    "ImportStarUsage": "`{0}` may come from `{1}`, of which everything is imported. Import it by its name.",
    "UndefinedExport": "`__all__` names `{0}`, which is not defined here.",
    "MultiValueRepeatedKeyLiteral": "The key `{0!r}` stands twice in this dict with different values: the last one counts.",
    "MultiValueRepeatedKeyVariable": "The key `{0}` stands twice in this dict with different values: the last one counts.",
    "IsLiteral": "`is` asks whether both are one and the same object. To compare values, write `==`.",
    "FStringMissingPlaceholders": "This f-string has no braces with a value in it: the `f` does nothing. Did you mean"
    " to put a name between braces?",
    "AssertTuple": "Brackets around condition and message make one tuple, and that is always true. Leave the brackets out.",
    "IfTuple": "This condition is a tuple, and that is always true. Leave the comma or the brackets out.",
    "RaiseNotImplemented": "`NotImplemented` cannot be raised. You mean `NotImplementedError`.",
    "InvalidPrintSyntax": "`print` takes its texts between brackets; `>>` is from Python 2. Use `print(..., file=...)`.",
    "StringDotFormatExtraPositionalArguments": "This `.format()` is given more values than the text has braces for.",
    "StringDotFormatExtraNamedArguments": "The text has no braces for `{0}`, which `.format()` is given.",
    "StringDotFormatMissingArgument": "The text has braces for `{0}`, but `.format()` is not given it.",
    "StringDotFormatInvalidFormat": "`.format()` cannot read this text: {0}.",
    "StringDotFormatMixingAutomatic": "Number all braces of a text for `.format()`, or none.",
    "PercentFormatPositionalCountMismatch": "The text has room for {0} values after `%`, and {1} are given.",
    "PercentFormatMissingArgument": "The text wants `{0}`, which is not among the values after `%`.",
    "PercentFormatExtraNamedArguments": "The text has no place for `{0}`, which is among the values after `%`.",
    "PercentFormatInvalidFormat": "`%` cannot read this text: {0}.",
}
