# SPDX-License-Identifier: GPL-3.0-or-later
"""Small exercises, made for one test each."""

import tempfile
import textwrap
import unittest
from pathlib import Path

from skillet_check import run_exercise

TOML = "files = {files}\n{wrong}"
CHECKS = '''
from skillet_check import *


def test_says_hello():
    """It says hello"""
    expect_lines(run_program(), ["hello"])
'''


class ExerciseTest(unittest.TestCase):
    """check() judges a program by checks; both are given as text."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="skillet-test-")
        self.addCleanup(folder.cleanup)
        self.exercise = Path(folder.name) / "exercise"
        self.submission = Path(folder.name) / "submission"
        self.exercise.mkdir()
        self.submission.mkdir()

    def check(self, program, checks=CHECKS, *, files=("program.py",), wrong=""):
        toml = TOML.format(files=list(files), wrong=wrong)
        (self.exercise / "exercise.toml").write_text(toml, encoding="utf-8")
        (self.exercise / "checks.py").write_text(dedent(checks), encoding="utf-8")
        if isinstance(program, bytes):
            (self.submission / "program.py").write_bytes(program)
        elif program is not None:
            (self.submission / "program.py").write_text(dedent(program), encoding="utf-8")
        return run_exercise(str(self.exercise), str(self.submission))

    def check_with(self, program, body, **options):
        """As check(), with one check whose lines are `body`."""
        checks = "from skillet_check import *\n\n\ndef test_it():\n" + textwrap.indent(dedent(body), "    ")
        return self.check(program, checks, **options)

    def only(self, result):
        """The single outcome of a result."""
        self.assertEqual(len(result["outcomes"]), 1, result)
        return result["outcomes"][0]


def dedent(text):
    return textwrap.dedent(text).lstrip("\n")
