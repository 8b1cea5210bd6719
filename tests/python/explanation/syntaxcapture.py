# SPDX-License-Identifier: GPL-3.0-or-later
"""The traceback, in the form of the wire, of a text that does not compile."""

import warnings


def _byte_column(line, column):
    return len(line[: column - 1].encode("utf-8")) if column and column > 0 else -1


def failure(text):
    """What this Python says against a text; None when it compiles."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(text, "program.py", "exec", dont_inherit=True)
    except SyntaxError as error:
        return error
    return None


def wire(error, text):
    lines = text.split("\n")
    line = error.lineno or -1
    shown = (error.text or "").split("\n")[0] or (lines[line - 1] if 0 < line <= len(lines) else "")
    return traceback(type(error).__name__, str(error), line, _byte_column(shown, error.offset), shown)


def traceback(kind, message, line, column, shown):
    return {
        "exceptions": [
            {
                "type": kind,
                "message": message,
                "notes": [],
                "frames": [],
                "isSyntaxError": True,
                "syntaxFile": "program.py",
                "syntaxRange": {"line": line, "endLine": -1, "column": column, "endColumn": -1},
                "syntaxLine": shown,
                "link": 0,
            }
        ],
        "plainText": "",
    }
