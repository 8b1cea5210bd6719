# SPDX-License-Identifier: GPL-3.0-or-later
"""Causes of texts that do not compile."""

CAUSES = {}  # cause id -> one short line that names the cause, for a list to choose from


def find(error):
    """The Explanation of a SyntaxProblem, or None when nothing specific is known."""
    del error
    return None
