# SPDX-License-Identifier: GPL-3.0-or-later
"""Causes of errors that a running program raises. The families that come first are asked first."""

from . import missingcalls, names, nothing, operators, values  # noqa: F401
from .rules import CAUSES, find

__all__ = ["CAUSES", "find"]
