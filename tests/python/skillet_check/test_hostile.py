# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever a submission does, there is a verdict, and the interpreter is as it was before."""

import builtins
import os
import sys
import unittest.mock

from exercises import CHECKS, ExerciseTest

from skillet_check import run_exercise
from skillet_check.program import OUTPUT_LIMIT


class Submissions(ExerciseTest):
    def setUp(self):
        super().setUp()
        self.before = self.interpreter()

    def tearDown(self):
        self.assertEqual(self.interpreter(), self.before, "something of the interpreter was left changed")
        # The next attempt in the same process must still be judged fairly.
        self.assertTrue(self.check("print('hello')")["passed"])

    def interpreter(self):
        return {
            "builtins": dict(vars(builtins)),
            "streams": (sys.stdin, sys.stdout, sys.stderr),
            "path": list(sys.path),
            "argv": list(sys.argv),
            "folder": os.getcwd(),
            "environment": dict(os.environ),
            "recursion limit": sys.getrecursionlimit(),
            "main": sys.modules["__main__"],
            "own modules": [name for name in sys.modules if name in ("program", "helper", "checks")],
        }

    def assert_error(self, result, *words):
        outcome = self.only(result)
        self.assertFalse(result["passed"])
        self.assertEqual(outcome["status"], "error")
        for word in words:
            self.assertIn(word, outcome["message"])

    def test_empty_file_is_told_that_nothing_was_printed(self):
        outcome = self.only(self.check(""))
        self.assertEqual(outcome["status"], "failed")
        self.assertIn("printed nothing", outcome["message"])

    def test_missing_file_is_named(self):
        result = self.check(None)
        self.assertEqual([o["status"] for o in result["outcomes"]], ["error", "not_run"])
        self.assertIn("program.py", result["outcomes"][0]["message"])
        self.assertIsNone(result["exception"])

    def test_folder_in_place_of_the_file_is_told(self):
        (self.submission / "program.py").mkdir()
        result = self.check(None)
        self.assertIn("cannot be read", result["outcomes"][0]["message"])
        (self.submission / "program.py").rmdir()

    def test_huge_file_is_refused(self):
        result = self.check("#" * (1024 * 1024 + 1))
        self.assertIn("larger than", result["outcomes"][0]["message"])

    def test_syntax_error_carries_its_line_and_exception(self):
        result = self.check("print('hello')\nprint(\n")
        self.assertEqual([o["status"] for o in result["outcomes"]], ["error", "not_run"])
        self.assertIn("line 2 of program.py", result["outcomes"][0]["message"])
        self.assertIsInstance(result["exception"], SyntaxError)
        self.assertEqual(result["exception"].filename, str(self.submission / "program.py"))
        self.assertIsNone(result["exception"].__traceback__)

    def test_null_byte_is_located(self):
        result = self.check(b"print('hello')\nx = '\0'\n")
        self.assertIn("Line 2 of program.py holds a null byte", result["outcomes"][0]["message"])

    def test_other_encoding_is_located(self):
        result = self.check("a = 1\nprint('Käse')\n".encode("latin-1"))
        self.assertIn("Line 2 of program.py is not UTF-8", result["outcomes"][0]["message"])

    def test_deep_nesting_is_no_crash(self):
        result = self.check("x = " + "(" * 500 + ")" * 500)
        self.assertEqual(result["outcomes"][0]["status"], "error")

    def test_exception_points_into_the_real_file(self):
        result = self.check("x = 1\nprint(f'hello {nmae}')\n")
        self.assert_error(result, "line 2", "NameError: name 'nmae' is not defined")
        entry = result["exception"].__traceback__
        self.assertEqual(entry.tb_frame.f_code.co_filename, str(self.submission / "program.py"))
        self.assertEqual(entry.tb_lineno, 2)
        self.assertIsNone(entry.tb_next)

    def test_sys_exit_is_a_failure(self):
        for ending in ("import sys; sys.exit(0)", "exit()", "quit()", "raise SystemExit"):
            with self.subTest(ending):
                self.assert_error(self.check(f"print('hello'); {ending}"), "ended itself early")

    def test_base_exception_is_a_failure(self):
        self.assert_error(self.check("class Stop(BaseException): pass\nraise Stop('x')"), "Stop: x")

    def test_interrupt_goes_through(self):
        with self.assertRaises(KeyboardInterrupt):
            self.check("raise KeyboardInterrupt")

    def test_infinite_recursion_is_told(self):
        self.assert_error(self.check("def f(): f()\nf()"), "kept calling itself", "line 1")

    def test_raised_recursion_limit_is_put_back(self):
        self.check("import sys\nsys.setrecursionlimit(5000)\n")

    def test_flood_in_one_print_is_bounded(self):
        result = self.check("print('x' * 100_000_000)")
        self.assertIn("printed more than", self.only(result)["message"])
        self.assertLess(len(result["output"]), 70_000)

    def test_endless_print_loop_ends_even_with_except(self):
        program = """
            while True:
                try:
                    print("x" * 1000)
                except Exception:
                    pass
            """
        self.assertIn("printed more than", self.only(self.check(program))["message"])

    def test_output_up_to_the_limit_is_kept(self):
        self.check_with(f"print('x' * {OUTPUT_LIMIT - 1})", f"assert len(run_program().output) == {OUTPUT_LIMIT}")

    def test_deleted_builtins_come_back(self):
        program = """
            import builtins
            for name in list(vars(builtins)):
                if not name.startswith("__"):
                    delattr(builtins, name)
            """
        self.assertFalse(self.check(program)["passed"])

    def test_cleared_builtins_come_back(self):
        self.assertFalse(self.check("import builtins\nvars(builtins).clear()\n")["passed"])

    def test_replaced_print_does_not_reach_the_checks(self):
        program = """
            import builtins
            builtins.print = lambda *things: None
            print("hello")
            """
        self.assertIn("printed nothing", self.only(self.check(program))["message"])

    def test_replaced_functions_that_the_stream_uses_do_not_matter(self):
        program = """
            import builtins
            builtins.len = builtins.bytes = builtins.dict = builtins.isinstance = None
            print("hello")
            """
        self.assertTrue(self.check(program)["passed"])

    def test_replaced_streams_do_not_forge_output(self):
        self.check("import sys\nsys.stdout = None\nprint('hello')\nsys.stderr = 3\n")

    def test_closed_streams_are_survived(self):
        self.check("import sys\nprint('hello')\nsys.stdout.close()\nsys.stdin.close()\n")

    def test_cleared_modules_come_back(self):
        self.assertTrue(self.check("import sys\nprint('hello')\nsys.modules.clear()\n")["passed"])
        self.assertTrue(self.check("import sys\nprint('hello')\nsys.modules = {}\n")["passed"])

    def test_broken_standard_library_never_passes(self):
        import ast

        parse = ast.parse
        self.addCleanup(setattr, ast, "parse", parse)
        result = self.check("import ast\nast.parse = None\n", CHECKS + "\ndef test_again():\n    run_program()\n")
        ast.parse = parse
        self.assertFalse(result["passed"])

    def test_moved_folder_environment_and_arguments_come_back(self):
        self.check("import os, sys\nos.chdir('/')\nos.environ.clear()\nsys.argv = 1\nsys.path = []\n")

    def test_hostile_repr_and_str_are_survived(self):
        program = """
            class Bad(Exception):
                def __repr__(self): raise self
                __str__ = __repr__
                def __eq__(self, other): return False
            value = Bad()
            """
        outcome = self.only(self.check_with(program, "assert run_program().value('value') == 3"))
        self.assertIn("a Bad that cannot be shown", outcome["actual"])
        self.assert_error(self.check(program + "raise value\n            "), "with Bad")

    def test_endless_repr_text_is_cut(self):
        outcome = self.only(self.check_with("value = 'x' * 1_000_000", "assert run_program().value('value') == 3"))
        self.assertLess(len(outcome["actual"]), 500)

    def test_solution_and_checks_cannot_be_imported(self):
        (self.exercise / "solution").mkdir()
        (self.exercise / "solution/program.py").write_text("print('hello')")
        for line in ("import checks", "import solution.program", "from program import x"):
            with self.subTest(line):
                self.assertFalse(self.check(line)["passed"])

    def test_nothing_is_written_beside_the_submission(self):
        (self.submission / "helper.py").write_text("word = 'hello'")
        program = "import helper\nprint(helper.word)\nopen('notes.txt', 'w').write('x')\n"
        self.assertTrue(self.check(program, files=["program.py", "helper.py"])["passed"])
        self.assertEqual(sorted(p.name for p in self.submission.iterdir()), ["helper.py", "program.py"])

    def test_without_a_place_to_write_a_printing_program_is_judged(self):
        with unittest.mock.patch("skillet_check.attempt.tempfile.mkdtemp", side_effect=PermissionError):
            self.assertTrue(self.check("print('hello')")["passed"])

    def test_failure_to_start_is_not_blamed_on_the_program(self):
        with unittest.mock.patch("skillet_check.program.os.chdir", side_effect=PermissionError(13, "denied")):
            result = self.check("print('hello')")
        self.assertEqual(self.only(result)["id"], "carried_out")
        self.assertIsNone(result["exception"])

    def test_more_input_than_given_is_told(self):
        result = self.check_with("a = input()\nb = input()\n", "run_program(stdin='Ada\\n')")
        self.assert_error(result, "asks for input() more often", "one answer", "line 2")

    def test_exercise_that_is_missing_is_no_exception(self):
        result = run_exercise(str(self.exercise / "nowhere"), str(self.submission))
        self.assertFalse(result["passed"])
        self.assertIn("not your doing", result["outcomes"][0]["message"])
