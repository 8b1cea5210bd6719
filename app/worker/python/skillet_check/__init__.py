# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs an exercise's checks on a learner's files. Needs nothing but CPython 3.11 or newer.

For the worker and the command line: run_exercise().
For the authors of checks.py: everything else that is named in __all__; curriculum/README.md explains it.
"""

from .checking import needs
from .comparing import expect_line, expect_lines, expect_output, expect_value, fail, raises
from .grading import run_exercise
from .measuring import expect_memory, expect_within
from .program import ProgramRun, load_function, read_file, run_program, write_file
from .reference import expect_same_as_solution
from .syntax import ban, count, demand, program_text, program_tree

__all__ = [
    "ProgramRun",
    "ban",
    "count",
    "demand",
    "expect_line",
    "expect_lines",
    "expect_memory",
    "expect_output",
    "expect_same_as_solution",
    "expect_value",
    "expect_within",
    "fail",
    "load_function",
    "needs",
    "program_text",
    "program_tree",
    "raises",
    "read_file",
    "run_exercise",
    "run_program",
    "write_file",
]
