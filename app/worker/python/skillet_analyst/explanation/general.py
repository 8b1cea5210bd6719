# SPDX-License-Identifier: GPL-3.0-or-later
"""What is always true of a class of errors, for when nothing more specific is known."""

from .model import Explanation


def explanation(failure):
    return Explanation("", f"{failure.type}: {failure.message}".rstrip(": "), "", ())
