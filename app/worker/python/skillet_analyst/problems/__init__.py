# SPDX-License-Identifier: GPL-3.0-or-later
"""What in a program's text will not run, or hardly does what is meant, found without running it.

problems() compiles the text. Where that fails, the one syntax error is explained as the traceback visualizer does it.
Where it works, what pyflakes finds is said in plain words (`flakes`; nothing where pyflakes is not installed), with a few
habits of beginners that it does not look for (`habits`).
"""

import ast
import sys
import warnings

from .. import explanation
from . import flakes, habits
from .place import Place, problem

__all__ = ["problems"]

_MOST = 200
_LONGEST = 500_000  # characters; a text beyond that is data


def problems(source, file):
    """[(kind, code, text, line, end line, column, end column)] by place; lines from 1, columns in UTF-8 bytes from 0.

    `kind` is "error" or "warning", `code` a stable id, `text` one or two sentences with code between backticks.
    """
    if len(source) > _LONGEST or not source.strip():
        return []
    name = file or "<program>"
    lines = source.split("\n")
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        try:
            tree = compile(source, name, "exec", ast.PyCF_ONLY_AST, dont_inherit=True)
            compile(source, name, "exec", dont_inherit=True)
        except (SyntaxError, ValueError) as error:
            return [_syntax_error(error, source, name)]
        except (MemoryError, RecursionError):
            return []  # nested deeper than anybody writes
    found = [*_warned(warned, lines), *flakes.find(tree, name, lines), *habits.find(tree, lines)]
    return sorted(set(found), key=lambda one: (one[3], one[5], one[1]))[:_MOST]


def _syntax_error(error, source, name):
    line = getattr(error, "lineno", None) or 1
    text = source.split("\n")[line - 1] if line <= source.count("\n") + 1 else ""
    place = Place.of_characters(text, line, getattr(error, "offset", None), error)
    raised = {"type": type(error).__name__, "message": getattr(error, "msg", None) or str(error), "frames": [],
              "isSyntaxError": True, "syntaxFile": name, "syntaxLine": text,
              "syntaxRange": {"line": line, "endLine": place.end_line, "column": place.column,
                              "endColumn": place.end_column}}  # fmt: skip
    found = explanation.explain({"exceptions": [raised]}, source, sys.version_info[:2])
    words = found.title
    suggestion = found.suggestion
    after = suggestion.after.strip() if suggestion else ""
    if after and after != suggestion.before.strip() and "\n" not in after and len(after) < 100:
        words += f" Line {suggestion.line} could be: `{after}`"
    return problem("error", found.cause or "syntax", words, place)


def _warned(warned, lines):
    """What the compiler warns of, but for what pyflakes says in better words."""
    for one in warned:
        if not issubclass(one.category, SyntaxWarning | DeprecationWarning) or not 1 <= one.lineno <= len(lines):
            continue
        message = str(one.message)
        place = Place.of_line(lines, one.lineno)
        if "invalid escape sequence" in message:
            sign = message.partition("'")[2].partition("'")[0].lstrip("\\")
            yield problem("warning", "invalid-escape", f"`\\{sign}` is no escape that Python knows. Put an `r` before the"
                          " opening quote, or write the backslash twice.", place)  # fmt: skip
        elif "object is not callable" in message:
            yield problem("warning", "not-callable", "What stands before the bracket here cannot be called. Is a comma or"
                          " an operator missing before it?", place)  # fmt: skip
        elif "object is not subscriptable" in message or "indices must be" in message:
            yield problem("warning", "not-an-index", "What stands before the square bracket here has no items by such an"
                          " index. Is a comma missing before it?", place)  # fmt: skip
