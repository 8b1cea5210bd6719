# SPDX-License-Identifier: GPL-3.0-or-later
"""Comparison with the reference solution, recorded commands, time and memory."""

import ast
import itertools
import unittest

from exercises import ExerciseTest, dedent

from skillet_check.exercise import ExerciseError
from skillet_check.randominputs import Inputs


class Reference(ExerciseTest):
    SOLUTION = """
        def total(prices: list[float], discount: int = 0) -> float:
            if discount > 50:
                raise ValueError("too much")
            return sum(prices) * (100 - discount) / 100
        """

    def compare(self, program, options="", solution=SOLUTION):
        (self.exercise / "solution").mkdir(exist_ok=True)
        (self.exercise / "solution/program.py").write_text(dedent(solution))
        return self.only(self.check_with(program, f"expect_same_as_solution('total'{options})"))

    def test_another_way_to_the_same_passes(self):
        program = """
            def total(prices, discount=0):
                if discount > 50:
                    raise ValueError
                result = 0
                for price in prices:
                    result += price * (100 - discount) / 100
                return float(result)
            """
        self.assertEqual(self.compare(program)["status"], "passed")

    def test_the_shortest_input_that_differs_is_told(self):
        program = "def total(prices, discount):\n    return max(prices) if prices else 0.0\n"
        outcome = self.compare(program, ", inputs={'discount': [0]}")
        self.assertEqual(outcome["status"], "failed")
        self.assertIn("should give", outcome["message"])
        self.assertLess(len(outcome["call"]), 40)
        self.assertEqual(ast.literal_eval(outcome["actual"]), max(ast.literal_eval(outcome["call"][5:])[0]))

    def test_an_error_that_is_missing_or_too_many_is_told(self):
        outcome = self.compare("def total(prices, discount): return sum(prices) * (100 - discount) / 100")
        self.assertEqual(outcome["expected"], "an error: ValueError: too much")
        outcome = self.compare("def total(prices, discount): return prices[0]", ", inputs={'discount': [0]}")
        self.assertEqual(outcome["actual"], "an error: IndexError: list index out of range")
        self.assertEqual(outcome["status"], "failed")

    def test_the_type_of_the_result_counts(self):
        outcome = self.compare("def total(prices, discount): return int(sum(prices))", ", inputs={'discount': [0]}")
        self.assertEqual(outcome["status"], "failed")

    def test_changed_arguments_are_noticed(self):
        program = "def total(prices, discount):\n    r = float(sum(prices))\n    prices.clear()\n    return r\n"
        self.assertEqual(self.compare(program, ", inputs={'discount': [0]}")["status"], "failed")

    def test_inputs_that_the_task_does_not_speak_of_are_left_out(self):
        program = "def total(prices, discount): return sum(prices) * (100 - discount) / 100"
        self.assertEqual(
            self.compare(program, ", valid=lambda prices, discount: 0 <= discount <= 50")["status"], "passed"
        )

    def test_a_solution_that_cannot_be_used_is_the_authors_to_mend(self):
        program = "def total(prices): return 1"
        for solution, words in (
            ("def total(prices): return 1", "has no type hint"),
            ("def total(x: Shop): return 1", "no function total|Shop"),
            ("total = 3", "there is no function total"),
            ("1 / 0", "ZeroDivisionError"),
        ):
            message = self.compare(program, solution=solution)["message"]
            self.assertRegex(message, words)
            self.assertIn("not your doing", message)


class Values(unittest.TestCase):
    def draw(self, hint, count=60):
        source = f"def f(x: {hint}): pass"
        return [arguments[0] for arguments in itertools.islice(Inputs(source, "f"), count)]

    def test_odd_values_come_first_and_the_same_ones_each_time(self):
        self.assertEqual(self.draw("int")[:3], [0, 1, -1])
        self.assertEqual(self.draw("str")[0], "")
        self.assertEqual(self.draw("list[int]")[0], [])
        self.assertEqual(self.draw("dict[str, list[int]]"), self.draw("dict[str, list[int]]"))

    def test_types_are_as_hinted(self):
        for hint, kinds in (
            ("int", {int}),
            ("float | None", {float, type(None)}),
            ("Optional[str]", {str, type(None)}),
            ("'bool'", {bool}),
            ("set[int]", {set}),
            ("tuple[int, str]", {tuple}),
            ("Literal['a', 2]", {str, int}),
            ("dict", {dict}),
            ("typing.Sequence[int]", {list}),
        ):
            self.assertEqual({type(value) for value in self.draw(hint)}, kinds, hint)
        self.assertTrue(all(type(a) is int and type(b) is str for a, b in self.draw("tuple[int, str]")))
        self.assertTrue(any(len(value) > 2 for value in self.draw("tuple[int, ...]")))

    def test_an_unknown_hint_is_told(self):
        with self.assertRaisesRegex(ExerciseError, "Shop"):
            self.draw("Shop")


class RecordedCommands(ExerciseTest):
    def passes(self, program, body):
        result = self.check_with(program, body)
        self.assertTrue(result["passed"], result)

    def test_commands_are_answered_and_listed(self):
        program = """
            import os, subprocess
            done = subprocess.run(["git", "status", "-s"], capture_output=True, text=True)
            print(done.stdout.strip(), done.returncode)
            print(subprocess.check_output("df -h", shell=True))
            try:
                subprocess.run(["git", "push"], check=True, stderr=subprocess.PIPE)
            except subprocess.CalledProcessError as error:
                print(error.returncode, error.stderr)
            subprocess.call(["git", "log"])
            print(os.system("git status"))
            """
        self.passes(
            program,
            """
            answers = {"git status": "clean\\n", "df": "full", "git push": (1, "", "no"), "git log": "-\\n"}
            run = run_program(commands=answers)
            expect_lines(run, ["clean 0", "b'full'", "1 b'no'", "-", "clean", "0"])
            assert run.commands[0] == ["git", "status", "-s"]
            assert len(run.commands) == 5
            """,
        )

    def test_an_unknown_command_is_not_installed(self):
        program = (
            "import subprocess\ntry: subprocess.run(['rm', '-rf', 'x'])\nexcept FileNotFoundError as e: print(e)\n"
        )
        self.passes(
            program,
            "run = run_program(commands={})\nassert 'rm' in run.output\nassert run.commands == [['rm', '-rf', 'x']]",
        )

    def test_without_the_word_commands_run_as_ever(self):
        self.passes(
            "import subprocess\nprint(subprocess.check_output(['echo', 'a']))",
            "assert run_program().lines == [\"b'a\\\\n'\"]",
        )


class TimeAndMemory(ExerciseTest):
    def test_a_slow_function_is_told(self):
        program = "import time\ndef f(n):\n    time.sleep(n)\n    return n\n"
        self.assertTrue(self.check_with(program, "assert expect_within(5, load_function('f'), 0) == 0")["passed"])
        outcome = self.only(self.check_with(program, "expect_within(0.2, load_function('f'), 30)"))
        self.assertEqual((outcome["status"], outcome["call"]), ("failed", "f(30)"))
        self.assertEqual(outcome["expected"], "within 0.2 seconds")

    def test_a_function_that_holds_too_much_is_told(self):
        program = "def f(n): return sum([i for i in range(n)])\ndef g(n): return sum(i for i in range(n))\n"
        body = "assert expect_memory(1, load_function('{}'), 200_000) == 19999900000"
        self.assertTrue(self.check_with(program, body.format("g"))["passed"])
        outcome = self.only(self.check_with(program, body.format("f")))
        self.assertEqual((outcome["status"], outcome["expected"]), ("failed", "at most 1 MB"))

    def test_runs_are_measured(self):
        program = "x = [0] * 500_000\nprint(1)\n"
        body = "run = run_program(measure_memory=True)\nassert run.memory > 3_000_000\nassert 0 < run.seconds < 5"
        self.assertTrue(self.check_with(program, body)["passed"])


if __name__ == "__main__":
    unittest.main()
