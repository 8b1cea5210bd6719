# SPDX-License-Identifier: GPL-3.0-or-later
"""Explanations as the worker's host asks for them: texts in, a dictionary out."""

import json
import re
import sys

from . import explain
from .choices import choices
from .problem import problem_of

_VERSION = re.compile(r"(\d{1,3})\.(\d{1,3})")


def answer(traceback, source, version, folder, wants_choices=False):
    """The explanation of `traceback` (JSON text) as a dictionary; the next three are texts, or None when unknown.

    With `wants_choices` it is also named in general, beside causes that it was not.
    """
    question = (json.loads(traceback), source, _version(version), folder)
    found = explain(*question)
    name, others = choices(problem_of(*question), found.cause) if wants_choices else ("", [])
    return {**found.as_dict(), "name": name, "others": others}


def warm_up():
    """Explains an error of either sort, so that all that is loaded or compiled at first use is there."""
    explain({"exceptions": [{"type": "KeyError", "message": "'a'", "frames": []}]}, None, _version(None))
    syntax = {"type": "SyntaxError", "message": "expected ':'", "isSyntaxError": True, "syntaxFile": "<warm-up>",
              "syntaxLine": "if a", "syntaxRange": {"line": 1, "endLine": 1, "column": 4, "endColumn": 4}}
    explain({"exceptions": [syntax]}, "if a\n    b\n", _version(None))


def _version(text):
    match = _VERSION.match(text or "")
    return (int(match[1]), int(match[2])) if match else sys.version_info[:2]
