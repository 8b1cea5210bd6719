# SPDX-License-Identifier: GPL-3.0-or-later
"""Causes of texts that do not compile.

Each module holds the rules of one family; they are asked in the order of the imports below, and the first answer holds.
A rule that only has a guess asks for a trial compile (`must=True`) and is silent when that does not prove it.
"""

from .case import CAUSES, RULES, Case

# The order counts: what is sure comes before what is only likely.
from . import letters, quotes, fstrings, numbers, printing  # noqa: F401
from . import languages, assigning, spelling, structure, statements, messages, phrases  # noqa: F401

__all__ = ["CAUSES", "find"]


def find(error):
    """The Explanation of a SyntaxProblem, or None when nothing specific is known."""
    case = Case(error)
    for attempt in RULES:
        found = attempt(case)
        if found is not None:
            return found
    return None
