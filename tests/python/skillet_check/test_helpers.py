# SPDX-License-Identifier: GPL-3.0-or-later
"""What authors call in checks.py, and what learners then read."""

from exercises import ExerciseTest


class Asserts(ExerciseTest):
    def failure(self, body, program="total = 3"):
        outcome = self.only(self.check_with(program, body))
        self.assertEqual(outcome["status"], "failed", outcome)
        return outcome

    def test_equality_tells_both_values_and_the_call(self):
        outcome = self.failure("assert load_function('double')(4) == 8", "def double(n):\n    return n + 2")
        self.assertEqual((outcome["call"], outcome["expected"], outcome["actual"]), ("double(4)", "8", "6"), outcome)
        self.assertEqual(outcome["message"], "Wanted 8, got 6.")

    def test_operators_are_put_into_words(self):
        for test, expected, actual in (
            ("3 < 2", "less than 2", "3"),
            ("3 >= 4", "at least 4", "3"),
            ("3 != 3", "anything but 3", "3"),
            ("'a' in 'xyz'", "something with 'a' in it", "'xyz'"),
            ("'a' not in 'abc'", "nothing with 'a' in it", "'abc'"),
            ("None is not None", "anything but None", "None"),
        ):
            with self.subTest(test):
                outcome = self.failure(f"assert {test}")
                self.assertEqual((outcome["expected"], outcome["actual"]), (expected, actual))

    def test_words_of_the_author_come_first(self):
        self.assertEqual(self.failure("assert 1 == 2, 'Look at line 3.'")["message"], "Look at line 3.")

    def test_other_conditions_are_quoted(self):
        self.assertIn("1 < 3 < 2", self.failure("assert 1 < 3 < 2")["message"])

    def test_operands_are_evaluated_once(self):
        self.assertTrue(
            self.check_with("", "calls = []\nassert calls.append(1) == None\nassert calls == [1]")["passed"]
        )

    def test_message_is_evaluated_only_on_failure(self):
        self.assertTrue(self.check_with("", "assert 1 == 1, 1 / 0")["passed"])

    def test_expect_value_minds_the_type(self):
        self.assertIn("its type is not", self.failure("expect_value(3.0, 3)")["message"])


class Running(ExerciseTest):
    def test_input_comes_from_stdin(self):
        body = """
            run = run_program(stdin="Ada\\n")
            assert run.output == "Who? Hi Ada\\n"
            assert run.lines == ["Who? Hi Ada"]
            """
        self.assertTrue(self.check_with("print('Hi', input('Who? '))", body)["passed"])

    def test_program_is_main_each_time_afresh(self):
        program = "print(__name__)\ncount = globals().get('count', 0) + 1\n"
        body = """
            for _ in range(2):
                run = run_program()
                assert run.lines == ["__main__"]
                assert run.value("count") == 1
            """
        self.assertTrue(self.check_with(program, body)["passed"])

    def test_changed_value_takes_the_place_of_the_first(self):
        body = "assert run_program(change={'a': 5}).lines == ['10']"
        self.assertTrue(self.check_with("a = 1\nprint(a * 2)", body)["passed"])
        self.assertTrue(self.check_with("a: int = 1\nprint(a * 2)", body)["passed"])

    def test_change_of_a_missing_name_is_told(self):
        outcome = self.only(self.check_with("b = 1", "run_program(change={'a': 5})"))
        self.assertEqual(outcome["status"], "failed")
        self.assertIn("no line that begins with a =", outcome["message"])
        self.assertEqual(outcome["call"], "run program.py with a = 5")

    def test_missing_value_is_told(self):
        self.assertIn("no name total", self.only(self.check_with("", "run_program().value('total')"))["message"])

    def test_error_that_the_check_expects(self):
        body = """
            run = run_program(may_fail=True)
            assert isinstance(run.exception, ValueError)
            assert run.output == "x\\n"
            """
        self.assertTrue(self.check_with("print('x')\nraise ValueError", body)["passed"])

    def test_arguments_and_errors_stream(self):
        body = (
            "run = run_program(arguments=['a', 2])\nassert run.output == \"['a', '2']\\n\"\nassert run.errors == 'oops'"
        )
        program = "import sys\nprint(sys.argv[1:])\nsys.stderr.write('oops')"
        self.assertTrue(self.check_with(program, body)["passed"])

    def test_written_file_is_read_and_missing_one_told(self):
        body = "run_program()\nassert read_file('a.txt') == 'Käse'\nread_file('b.txt')"
        outcome = self.only(self.check_with("open('a.txt', 'w', encoding='utf-8').write('Käse')", body))
        self.assertIn("no file with the name b.txt", outcome["message"])

    def test_a_check_puts_a_file_beside_the_program(self):
        program = "import os\nprint(open('a.txt', 'rb').read() if os.path.exists('a.txt') else 'none')"
        body = (
            "write_file('a.txt', 'Käse')\nassert run_program().output == repr('Käse'.encode()) + '\\n'\n"
            "write_file('a.txt', b'\\xff')\nassert 'xff' in run_program().output\n"
            "write_file('deep/b.txt', '')\nwrite_file('a.txt', None)\nassert run_program().output == 'none\\n'"
        )
        result = self.check_with(program, body)
        self.assertTrue(result["passed"], result["outcomes"])

    def test_data_of_the_exercise_lies_beside_the_program(self):
        (self.exercise / "data").mkdir()
        (self.exercise / "data/stock.csv").write_text("a,1\n")
        self.assertTrue(
            self.check_with("print(open('stock.csv').read())", "assert 'a,1' in run_program().output")["passed"]
        )

    def test_first_output_is_reported(self):
        result = self.check_with("a = 1\nprint(a)", "run_program()\nrun_program(change={'a': 2})")
        self.assertEqual(result["output"], "1\n")


class Functions(ExerciseTest):
    PROGRAM = "def half(n, *, digits=0):\n    print('working')\n    return round(10 / n, digits)\n"

    def test_result_output_and_main_guard(self):
        program = self.PROGRAM + "if __name__ == '__main__':\n    1 / 0\n"
        body = "half = load_function('half')\nassert half(4, digits=1) == 2.5\nassert half.printed == 'working\\n'"
        self.assertTrue(self.check_with(program, body)["passed"])

    def test_missing_function_is_told(self):
        self.assertIn(
            "no function half in program.py", self.only(self.check_with("", "load_function('half')"))["message"]
        )

    def test_value_in_place_of_a_function_is_told(self):
        self.assertIn("half is a int", self.only(self.check_with("half = 3", "load_function('half')"))["message"])

    def test_error_in_a_call_names_the_call(self):
        result = self.check_with(self.PROGRAM, "load_function('half')(0)")
        outcome = self.only(result)
        self.assertEqual((outcome["status"], outcome["call"]), ("error", "half(0)"))
        self.assertIn("half(0) stopped in line 3 with ZeroDivisionError", outcome["message"])
        self.assertIsInstance(result["exception"], ZeroDivisionError)

    def test_wrong_number_of_arguments_is_the_learners_error(self):
        result = self.check_with("def half():\n    pass", "load_function('half')(1)")
        self.assertEqual(self.only(result)["status"], "error")
        self.assertIsInstance(result["exception"], TypeError)

    def test_raises_accepts_the_wanted_error_only(self):
        body = """
            half = load_function("half")
            with raises(ZeroDivisionError) as caught:
                half(0)
            assert caught.exception
            """
        self.assertTrue(self.check_with(self.PROGRAM, body)["passed"])
        outcome = self.only(self.check_with(self.PROGRAM, body.replace("ZeroDivisionError", "KeyError")))
        self.assertEqual((outcome["expected"], outcome["actual"]), ("KeyError", "ZeroDivisionError: division by zero"))
        outcome = self.only(self.check_with(self.PROGRAM, body.replace("half(0)", "half(2)")))
        self.assertIn("half(2) should raise ZeroDivisionError, but it came to an end", outcome["message"])


class Lines(ExerciseTest):
    def message(self, printed, wanted="['Hello, Ada!', 'Bye']"):
        program = "\n".join(f"print({line!r})" for line in printed)
        return self.only(self.check_with(program, f"expect_lines(run_program(), {wanted})"))["message"]

    def test_difference_is_located_and_described(self):
        self.assertEqual(self.message(["Hello, Ada!", "Bye"]), "")
        self.assertEqual(self.message(["Hello, Ada!  ", "Bye", ""]), "")
        self.assertIn("Line 1 of the output differs: only capital", self.message(["hello, Ada!", "Bye"]))
        self.assertIn("only the spaces", self.message(["Hello,Ada!", "Bye"]))
        self.assertIn("punctuation", self.message(["Hello Ada", "Bye"]))
        self.assertEqual(self.message(["Hello, Ada!", "Ciao"]), "Line 2 of the output differs.")
        self.assertIn("one line is missing", self.message(["Hello, Ada!"]))
        self.assertIn("2 lines are more than wanted", self.message(["Hello, Ada!", "Bye", "x", "y"]))

    def test_expected_and_actual_are_texts(self):
        outcome = self.only(self.check_with("print('x')", "expect_output(run_program(), 'a\\nb\\n')"))
        self.assertEqual((outcome["expected"], outcome["actual"]), ("a\nb", "x"))

    def test_one_line(self):
        program = "print('a')\nprint('b')"
        self.assertTrue(self.check_with(program, "expect_line(run_program(), 2, 'b')")["passed"])
        self.assertIn(
            "line 3 is missing", self.only(self.check_with(program, "expect_line(run_program(), 3, 'c')"))["message"]
        )


class Syntax(ExerciseTest):
    PROGRAM = """
        import math
        price = 2.5
        def total(items):
            for item in items:
                print(f"{item}")
            return sum([1 for _ in items]) + math.floor(price) + 2.5
        """

    def test_counts(self):
        for what, number in (
            ("'for loop'", 1),
            ("'comprehension'", 1),
            ("'f-string'", 1),
            ("'print()'", 1),
            ("'floor()'", 1),
            ("'+'", 2),
            ("'name price'", 2),
            ("2.5", 2),
            ("2", 0),
            ("'while loop'", 0),
            ("'return'", 1),
            ("'return', inside='total'", 1),
            ("'import', inside='total'", 0),
        ):
            with self.subTest(what):
                self.assertEqual(
                    self.check_with(self.PROGRAM, f"assert count({what}) == {number}")["outcomes"][0]["message"], ""
                )

    def test_demand_and_ban_speak_plainly(self):
        for body, words in (
            ("demand('while loop')", "asks for a while loop, and there is none yet"),
            ("demand('if', inside='total')", "asks for an if in total"),
            ("ban('f-string')", "to be done without an f-string"),
            ("ban('print()', 'Return it instead.')", "Return it instead."),
            ("ban(2.5)", "without the value 2.5"),
            ("demand('for loop', inside='sums')", "no function sums yet"),
        ):
            with self.subTest(body):
                outcome = self.only(self.check_with(self.PROGRAM, body))
                self.assertEqual(outcome["status"], "failed")
                self.assertIn(words, outcome["message"])

    def test_unknown_word_is_the_authors_error(self):
        outcome = self.only(self.check_with(self.PROGRAM, "demand('four loop')"))
        self.assertEqual(outcome["id"], "exercise")
        self.assertIn("it knows: assert, class", outcome["message"])
