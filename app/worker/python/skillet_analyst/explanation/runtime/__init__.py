# SPDX-License-Identifier: GPL-3.0-or-later
"""Causes of errors that a running program raises. The families that come first are asked first."""

from . import missingcalls, nothing, names, operators, jsontexts, methods, ranges, attributes, calls, values, world, functions, warned, raised  # noqa: F401  # isort: skip
from .rules import CAUSES, find

__all__ = ["CAUSES", "find"]
