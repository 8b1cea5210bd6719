# SPDX-License-Identifier: GPL-3.0-or-later
"""Causes of errors that a running program raises."""

CAUSES = {}


def find(failure):
    """The Explanation of a Failure, or None when nothing specific is known."""
    del failure
    return None
