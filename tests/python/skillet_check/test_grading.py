# SPDX-License-Identifier: GPL-3.0-or-later
"""Order and dependence of checks, known wrong answers, broken exercises, the command line."""

import contextlib
import io
import json
import os
import subprocess
import sys
import unittest
from pathlib import Path

from exercises import ExerciseTest

import skillet_check
from skillet_check.__main__ import main

PACKAGE = Path(skillet_check.__file__).parent

TWO = '''
from skillet_check import *


def test_first():
    """The first number

    This is for authors.
    """
    assert run_program().value("a") == 1


@needs(test_first)
def test_second():
    assert run_program().value("b") == 2


def helper():
    raise RuntimeError


def test_third_is_named_by_itself():
    assert run_program().value("b") == 2
'''


class Order(ExerciseTest):
    def statuses(self, program, checks=TWO):
        return [outcome["status"] for outcome in self.check(program, checks)["outcomes"]]

    def test_all_pass(self):
        result = self.check("a = 1\nb = 2", TWO)
        self.assertTrue(result["passed"])
        titles = [outcome["title"] for outcome in result["outcomes"]]
        self.assertEqual(titles, ["The first number", "Second", "Third is named by itself"])
        ids = [outcome["id"] for outcome in result["outcomes"]]
        self.assertEqual(ids, ["test_first", "test_second", "test_third_is_named_by_itself"])
        self.assertEqual((result["feedback"], result["exception"]), ("", None))

    def test_later_checks_still_run_unless_they_need_a_failed_one(self):
        result = self.check("a = 0\nb = 2", TWO)
        self.assertEqual([o["status"] for o in result["outcomes"]], ["failed", "not_run", "passed"])
        self.assertEqual(result["outcomes"][1]["message"], "Waits for: The first number")

    def test_the_same_exception_is_told_once(self):
        self.assertEqual(self.statuses("a = 1\nb = c"), ["error", "not_run", "not_run"])
        self.assertIn("Not checked yet", self.check("a = 1\nb = c", TWO)["outcomes"][2]["message"])

    def test_another_exception_is_told_too(self):
        checks = """
            from skillet_check import *

            def test_a():
                run_program("x")

            def test_b():
                run_program("1")
            """
        result = self.check("n = int(input())\nprint(1 / (n - 1))", checks)
        self.assertEqual([o["status"] for o in result["outcomes"]], ["error", "error"])
        self.assertIsInstance(result["exception"], ValueError)


class UnitTests(ExerciseTest):
    CHECKS = """
        import unittest
        from skillet_check import *

        class Sums(unittest.TestCase):
            def setUp(self):
                self.run_ = run_program()

            def test_a(self):
                \'\'\'The first number\'\'\'
                self.assertEqual(self.run_.value("a"), 1)

            def test_b_is_larger(self):
                self.assertGreater(self.run_.value("b"), 1, "b has to be larger")

            @unittest.skip("later")
            def test_c(self):
                self.fail()

        def test_plain():
            raise AssertionError("by hand")
        """

    def test_their_methods_are_checks(self):
        result = self.check("a = 1\nb = 1", self.CHECKS)
        told = [(o["id"], o["title"], o["status"]) for o in result["outcomes"]]
        self.assertEqual(
            told,
            [
                ("test_plain", "Plain", "failed"),
                ("Sums.test_a", "The first number", "passed"),
                ("Sums.test_b_is_larger", "B is larger", "failed"),
                ("Sums.test_c", "C", "not_run"),
            ],
        )
        messages = [o["message"] for o in result["outcomes"]]
        self.assertEqual(messages, ["by hand", "", "1 not greater than 1 : b has to be larger", "later"])

    def test_an_error_of_the_learners_is_told_as_ever(self):
        result = self.check("a = c", self.CHECKS)
        self.assertIn("NameError: name 'c' is not defined", result["outcomes"][1]["message"])
        program = "def f():\n    assert 1 == 2, 'mine'\n"
        outcome = self.only(self.check_with(program, "load_function('f')()"))
        self.assertEqual((outcome["status"], outcome["call"]), ("error", "f()"))
        self.assertIn("AssertionError: mine", outcome["message"])


class BrokenExercises(ExerciseTest):
    def message(self, checks, **options):
        result = self.check("", checks, **options)
        self.assertFalse(result["passed"])
        return self.only(result)["message"]

    def test_each_is_named(self):
        self.assertIn("no function whose name begins with test_", self.message("x = 1"))
        self.assertIn("SyntaxError", self.message("def test_a(:"))
        self.assertIn("test_a: ZeroDivisionError", self.message("def test_a():\n    1 / 0"))
        self.assertIn("plain names without folders", self.message("", files=["../program.py"]))
        self.assertIn(
            "there is no wrong/a.py", self.message("", wrong='[[wrong]]\nfile = "wrong/a.py"\nfeedback = "x"')
        )
        self.assertIn("needs file and feedback", self.message("", wrong='[[wrong]]\nfile = "wrong/a.py"'))
        self.assertIn("exercise.toml", self.message("", wrong="wrong = ["))


class WrongAnswers(ExerciseTest):
    CHECKS = """
    from skillet_check import *

    def test_sum():
        assert run_program().value("total") == 6

    def test_other():
        assert run_program(change={"a": 2}).value("total") == 7
    """

    def feedback(self, program, match="behaviour"):
        folder = self.exercise / "wrong"
        folder.mkdir(exist_ok=True)
        (folder / "typed.py").write_text("a = 1\ntotal = 6\n")
        (folder / "minus.py").write_text("a = 1\ntotal = a - 5\n")
        (self.exercise / "starter").mkdir(exist_ok=True)
        (self.exercise / "starter/program.py").write_text("a = 1\nb = 3\ntotal = b + b\n")
        wrong = (
            f'[[wrong]]\nfile = "wrong/typed.py"\nfeedback = "typed"\nmatch = "{match}"\n'
            '[[wrong]]\nfile = "wrong/minus.py"\nfeedback = "minus"\nmatch = "code"\n'
        )
        return self.check(program, self.CHECKS, wrong=wrong)["feedback"]

    def test_same_code_whatever_its_layout(self):
        self.assertEqual(self.feedback("# mine\na=1\n\ntotal = (a  -  5)"), "minus")

    def test_same_behaviour(self):
        self.assertEqual(self.feedback("a = 1\nb = 3\ntotal = b * 2"), "typed")

    def test_other_behaviour_gets_nothing(self):
        self.assertEqual(self.feedback("a = 1\ntotal = 5"), "")
        self.assertEqual(self.feedback("a = 1\ntotal = a + 5"), "")

    def test_match_code_is_not_found_by_behaviour(self):
        self.assertEqual(self.feedback("a = 1\nfive = 5\ntotal = a - five"), "")

    def test_match_statuses_ignores_values(self):
        self.assertEqual(self.feedback("a = 1\ntotal = 7 - a", match="statuses"), "typed")

    def test_untouched_starter_gets_nothing(self):
        self.assertEqual(self.feedback("a = 1\nb = 3\ntotal = b + b  # untouched"), "")
        self.assertEqual(self.feedback("a = 1\nb = 3\ntotal = b * 2"), "typed")

    def test_broken_program_gets_nothing(self):
        self.assertEqual(self.feedback("a = ("), "")


class CommandLine(ExerciseTest):
    def run_main(self, *arguments):
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            code = main([str(argument) for argument in arguments])
        return code, out.getvalue()

    def test_passed_and_failed(self):
        self.check("print('hello')")
        self.assertEqual(self.run_main(self.exercise, self.submission), (0, "ok   It says hello\npassed\n"))
        self.check("print(hello)")
        code, text = self.run_main(self.exercise, self.submission)
        self.assertEqual(code, 1)
        self.assertIn("STOP It says hello", text)
        self.assertIn(f'File "{self.submission}/program.py", line 1, in <module>', text)
        self.assertNotIn("skillet_check", text.replace(str(self.submission), ""))

    def test_json(self):
        self.check("print(hello)")
        code, text = self.run_main("--json", self.exercise, self.submission)
        self.assertEqual((code, json.loads(text)["exception"]), (1, "NameError: name 'hello' is not defined"))

    def test_module_can_be_run(self):
        self.check("print('hello')")
        done = subprocess.run(
            [sys.executable, "-m", "skillet_check", str(self.exercise), str(self.submission)],
            cwd="/",
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONPATH": str(PACKAGE.parent)},
        )
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "ok   It says hello\npassed\n", ""))


if __name__ == "__main__":
    unittest.main()
