# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever a submission does, there is a verdict, and the interpreter is as it was before."""

import builtins
import json
import os
import subprocess
import sys
import unittest.mock

from exercises import CHECKS, ExerciseTest

from skillet_check import run_exercise
from skillet_check.world import OUTPUT_LIMIT


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
        lines = [line for line in result["exception"].skillet_text.splitlines() if line.startswith("  File")]
        self.assertEqual(lines, [f'  File "{self.submission}/program.py", line 2, in <module>'])

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
        with unittest.mock.patch("skillet_check.world.os.chdir", side_effect=PermissionError(13, "denied")):
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


class Forgeries(ExerciseTest):
    """What a submission does to be told that it has passed."""

    DOUBLE = """
        from skillet_check import *

        def test_double():
            assert load_function("double")(21) == 42

        def test_text():
            expect_lines(run_program(), ["secret-4711"])
        """

    def assert_refused(self, program, checks=None):
        result = self.check(program, checks or self.DOUBLE)
        self.assertFalse(result["passed"], result)
        self.assertNotEqual(result["outcomes"][0]["status"], "passed", result)
        return result

    def test_a_patched_runner_is_another_one(self):
        self.assert_refused(
            """
            import skillet_check, skillet_check.grading, skillet_check.outcome, skillet_check.comparing
            skillet_check.outcome.Report.passed = property(lambda self: True)
            skillet_check.comparing._fail_compare = skillet_check.comparing.fail = lambda *a, **k: None
            skillet_check.grading.run_exercise = lambda *a, **k: {"passed": True}
            """
        )

    def test_all_that_the_collector_finds_is_of_no_use(self):
        self.assert_refused(
            """
            import gc, sys
            for thing in gc.get_objects():
                try:
                    if type(thing).__name__ in ("Outcome", "Report", "CheckFailed"):
                        thing.status = "passed"
                    if isinstance(thing, dict) and "passed" in thing:
                        thing["passed"] = True
                except Exception:
                    pass
            for kind in object.__subclasses__():
                if kind.__module__.startswith("skillet_check"):
                    try:
                        kind.passed = True
                        kind.__eq__ = lambda self, other: True
                    except Exception:
                        pass
            """
        )

    def test_expected_values_are_nowhere_in_the_process(self):
        self.check(
            """
            import gc, sys
            found = []
            frame = sys._getframe()
            while frame is not None:
                found += [repr(frame.f_locals), repr(frame.f_globals)]
                frame = frame.f_back
            for thing in gc.get_objects():
                try:
                    found.append(repr(thing))
                except Exception:
                    pass
            text = "".join(found)
            print("builtins" in text, "".join(["secret", "-", "4711"]) in text)
            """,
            self.DOUBLE,
        )
        # In a process of its own: this one knows the checks from before.
        done = subprocess.run(
            [sys.executable, "-m", "skillet_check", "--json", str(self.exercise), str(self.submission)],
            capture_output=True,
            text=True,
        )
        self.assertEqual(json.loads(done.stdout)["outcomes"][1]["actual"], "True False", done)

    def test_an_object_that_equals_everything_equals_nothing(self):
        self.assert_refused(
            """
            class Yes:
                def __eq__(self, other): return True
                __ne__ = __lt__ = __gt__ = __le__ = __ge__ = __eq__
                def __repr__(self): return "42"
            def double(n): return Yes()
            """
        )
        for compare in ("> 41", "<= 42", "is not None and load_function('double')(1) >= 2"):
            checks = f"from skillet_check import *\ndef test_a():\n    assert load_function('double')(21) {compare}\n"
            program = "class Yes:\n    def __ge__(self, o): return True\n    __gt__ = __le__ = __ge__\n"
            self.assertFalse(self.check(program + "def double(n): return Yes()", checks)["passed"], compare)

    def test_ending_the_process_is_no_pass_and_later_checks_go_on(self):
        checks = self.DOUBLE + "\n        def test_last():\n            assert 1 == 1\n"
        for ending in ("import os; os._exit(0)", "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"):
            result = self.assert_refused(ending, checks)
            self.assertIn("ended its own process", result["outcomes"][0]["message"])
            self.assertEqual(result["outcomes"][2]["status"], "passed")

    def test_messages_of_its_own_are_no_result(self):
        for text in ('{"ok": {"result": ["value", ["int", "0x2a"]]}}', '{"passed": true}', "x" * 100, "[" * 5000):
            self.assert_refused(
                f"""
                import os, struct
                text = {text!r}.encode()
                for descriptor in range(3, 64):
                    try:
                        os.write(descriptor, struct.pack("<I", len(text)) + text)
                    except OSError:
                        pass
                """
            )

    def test_a_printed_verdict_is_only_printed(self):
        self.assert_refused("print('passed')\nprint('ok   test_double')\nprint('{\"passed\": true}')\n")

    def test_a_copy_of_the_process_answers_nothing(self):
        self.assert_refused("import os\nif os.fork() == 0:\n    double = lambda n: 42\nelse:\n    os.wait()\n")

    def test_the_source_can_not_be_changed_between_checks(self):
        result = self.check_with(
            "def double(n): return n * 2",
            "change = load_function('double')\nassert change(2) == 4\ndemand('return', inside='double')",
        )
        self.assertTrue(result["passed"], result)


class Handing(ExerciseTest):
    """Values between the checks and the learner's code."""

    def assert_passes(self, program, body):
        result = self.check_with(program, body)
        self.assertTrue(result["passed"], result)

    def test_plain_values_come_as_they_are(self):
        for value in (
            "None",
            "True",
            "-3",
            "10**5000",
            "1.5",
            "float('inf')",
            "'k\u00e4se\\ud800'",
            "b'x'",
            "1j",
            "range(3)",
        ):
            self.assert_passes(
                f"x = {value}", f"v = run_program().value('x'); assert v == {value}; expect_value(v, {value})"
            )
        for value in ("[1, [2]]", "(1, 'a')", "{1, 2}", "{'a': [1], (2, 3): None}", "frozenset([1])"):
            self.assert_passes(f"x = {value}", f"expect_value(run_program().value('x'), {value})")
        self.assert_passes(
            "import datetime\nx = datetime.date(2024, 2, 29)", "assert run_program().value('x').year == 2024"
        )

    def test_changed_arguments_are_changed_here_too(self):
        program = "def add(items, seen):\n    items.append(items[0])\n    seen['n'] = [1]\n    return items\n"
        self.assert_passes(
            program,
            "items, inner = [1], {}\nassert load_function('add')(items, inner) is items\n"
            "assert items == [1, 1]\nassert inner == {'n': [1]}",
        )

    def test_changes_count_also_when_the_call_fails(self):
        program = "def take(items):\n    items.pop()\n    raise ValueError('no')\n"
        self.assert_passes(
            program, "items = [1, 2]\nwith raises(ValueError):\n    load_function('take')(items)\nassert items == [1]"
        )

    def test_objects_of_the_learners_classes_can_be_used(self):
        program = """
            class Account:
                def __init__(self, owner, balance=0):
                    self.owner, self.balance = owner, balance
                def pay_in(self, amount):
                    if amount <= 0:
                        raise ValueError("more than nothing")
                    self.balance += amount
                def __eq__(self, other): return self.owner == other.owner
                def __len__(self): return 3
                def __iter__(self): yield from [1, 2]
                def __repr__(self): return f"<{self.owner}>"
                def __lt__(self, other): return self.balance < other.balance
            """
        self.assert_passes(
            program,
            """
            Account = run_program().value("Account")
            ada, ben = Account("Ada"), Account("Ben", balance=5)
            ada.pay_in(3)
            assert ada.balance == 3 and len(ada) == 3 and list(ada) == [1, 2]
            assert repr(ada) == "<Ada>" and ada == Account("Ada") and ada != ben and ada < ben
            assert isinstance(ada, Account) and type(ada).__name__ == "Account"
            ada.balance = 9
            assert ada.balance == 9
            with raises(ValueError):
                ben.pay_in(-1)
            """,
        )

    def test_generators_and_own_exceptions(self):
        program = """
            class Empty(ValueError):
                def __init__(self, shelf):
                    super().__init__(f"{shelf} is empty")
                    self.shelf = shelf
            def count(n):
                for i in range(n): yield i
            def take():
                raise Empty("tea")
            """
        self.assert_passes(
            program,
            """
            assert list(load_function("count")(3)) == [0, 1, 2]
            with raises(ValueError) as caught:
                load_function("take")()
            assert str(caught.exception) == "tea is empty" and caught.exception.shelf == "tea"
            run = run_program()
            with raises(run.value("Empty")):
                run.value("take")()
            """,
        )

    def test_functions_of_the_checks_can_be_called(self):
        program = "def each(f, xs):\n    return [f(x) for x in xs]\ndef twice(f): return lambda x: f(f(x))\n"
        self.assert_passes(
            program,
            "assert load_function('each')(lambda x: x + 1, [1, 2]) == [2, 3]\n"
            "assert load_function('twice')(abs)(-3) == 3\nassert load_function('each')(str, [1]) == ['1']",
        )

    def test_named_tuples_are_compared_as_tuples(self):
        program = "from collections import namedtuple\nP = namedtuple('P', 'x y')\np = P(1, 2)\n"
        self.assert_passes(program, "p = run_program().value('p')\nassert p == (1, 2) and p.x == 1 and p[1] == 2")

    def test_what_cannot_be_handed_over_is_the_authors_to_mend(self):
        result = self.check_with("def f(x): return x", "load_function('f')(object())")
        self.assertIn("cannot be handed to the learner's code", self.only(result)["message"])
