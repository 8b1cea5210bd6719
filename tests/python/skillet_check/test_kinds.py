# SPDX-License-Identifier: GPL-3.0-or-later
"""How a submission to each kind of exercise is judged."""

import json
import tempfile
import unittest
from pathlib import Path

from samples import EXPLAIN, FIX, PREDICT, PROJECT, RECALL, REVIEW, TEST, write

from skillet_check import run_exercise


class KindTest(unittest.TestCase):
    """grade() judges files and answers against the exercise that `sample` is."""

    sample = {}

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="skillet-test-")
        self.addCleanup(folder.cleanup)
        self.exercise = Path(folder.name) / "exercise"
        self.submission = Path(folder.name) / "submission"
        self.submission.mkdir()
        write(self.exercise, self.sample)

    def grade(self, files=None, answers=None):
        write(self.submission, files or {})
        if answers is not None:
            text = answers if isinstance(answers, str) else json.dumps(answers)
            write(self.submission, {"answers.json": text})
        self.result = run_exercise(self.exercise, self.submission)
        self.outcomes = {outcome["id"]: outcome for outcome in self.result["outcomes"]}
        return self.result

    def statuses(self, part=None):
        return [o["status"] for o in self.result["outcomes"] if part in (None, o["part"])]


class Predictions(KindTest):
    sample = PREDICT
    RIGHT = ["Ada\n6", "no", "3", "'Ada'"]

    def ask(self, about, answer, program, said=None, **extra):
        lines = [f"{key} = {json.dumps(value)}" for key, value in extra.items()]
        question = f'[[questions]]\nask = "?"\nabout = {json.dumps(about)}\nanswer = {json.dumps(answer)}\nwhy = "w"\n'
        toml = 'kind = "predict"\nfiles = ["program.py"]\n' + question + "\n".join(lines)
        write(self.exercise, {"exercise.toml": toml, "starter/program.py": program})
        self.grade(answers={"questions": [answer if said is None else said]})
        return self.result["outcomes"][0]

    def test_right_predictions_pass_and_are_told_why(self):
        self.assertTrue(self.grade(answers={"questions": self.RIGHT})["passed"])
        self.assertEqual(self.outcomes["question_1"]["why"], "The loop adds 1, 2 and 3.")
        self.assertEqual(self.result["output"], "Ada\n6\n")
        self.assertEqual([o["number"] for o in self.result["outcomes"]], [0, 1, 2, 3])

    def test_a_foreseen_mistake_gets_its_words_and_the_reality(self):
        result = self.grade(answers={"questions": ["Ada\n3", *self.RIGHT[1:]]})
        outcome = self.outcomes["question_1"]
        self.assertFalse(result["passed"])
        self.assertEqual(result["feedback"], "That is the last number only.")
        self.assertEqual((outcome["actual"], outcome["expected"]), ("Ada\n3", "Ada\n6"))
        self.assertEqual(outcome["why"], "The loop adds 1, 2 and 3.")

    def test_what_was_not_answered_is_not_given_away(self):
        self.grade(answers={"questions": [None, "no"]})
        outcome = self.outcomes["question_1"]
        self.assertEqual((outcome["status"], outcome["expected"], outcome["why"]), ("not_run", "", ""))
        self.assertEqual(self.statuses(), ["not_run", "passed", "not_run", "not_run"])

    def test_without_answers_nothing_is_judged(self):
        self.assertFalse(self.grade()["passed"])
        self.assertEqual(self.statuses(), ["not_run"] * 4)

    def test_the_learners_copy_of_the_program_does_not_count(self):
        self.grade({"program.py": "print(1)"}, {"questions": self.RIGHT})
        self.assertTrue(self.result["passed"])

    def test_answers_may_be_written_in_any_sensible_way(self):
        for said in ("Ada  \n6\n\n",):
            self.assertTrue(self.grade(answers={"questions": [said, " NO ", "3", '"Ada"']})["passed"])
        self.assertEqual(self.ask("value x", "[1, 'a']", "x = [1, 'a']", "[ 1,'a' ]")["status"], "passed")
        self.assertEqual(self.ask("value x", "{'a': 1}", "x = {'a': 1}", '{"a":1}')["status"], "passed")

    def test_types_count(self):
        for said in ("1", "True"):
            outcome = self.ask("value x", "1.0", "x = 1.0", said)
            self.assertEqual(outcome["status"], "failed")
            self.assertIn("its type is not", outcome["message"])

    def test_a_text_without_quotes_is_nearly_right(self):
        self.assertIn("in quotes", self.ask("value x", "'tea'", "x = 'tea'", "tea")["message"])

    def test_quotes_that_print_does_not_show_are_told(self):
        self.assertIn("without its quotes", self.ask("output", "tea", "print('tea')", "'tea'")["message"])

    def test_lines_of_the_output(self):
        self.assertEqual(self.ask("line 2", "b", "print('a')\nprint('b')")["status"], "passed")
        self.assertEqual(self.ask("line 3", "nothing", "print('a')")["status"], "passed")
        self.assertEqual(self.ask("output", "nothing", "x = 1")["status"], "passed")

    def test_errors_by_name(self):
        self.assertEqual(self.ask("error", "TypeError", "x = 1 + 'a'", "typeerror")["status"], "passed")
        self.assertIsInstance(self.result["exception"], TypeError)
        self.assertEqual(self.ask("error", "none", "x = 1")["status"], "passed")
        self.assertEqual(self.ask("error", "SyntaxError", "x = (1")["status"], "passed")

    def test_how_often_a_line_runs(self):
        program = "def f():\n    x = 1\n    return x\n\n\nfor i in range(3):\n    f()\n"
        self.assertEqual(self.ask("times 2", "3", program)["status"], "passed")
        self.assertEqual(self.ask("times 6", "4", program)["status"], "passed")
        self.assertEqual(self.ask("runs 3", "yes", program, "Y")["status"], "passed")

    def test_values_in_functions_and_on_the_way(self):
        program = "def f(a):\n    b = a * 2\n    return b\n\n\nseen = [f(1), f(5)]\nseen.append(0)\n"
        self.assertEqual(self.ask("value b at 3 time 2", "10", program)["status"], "passed")
        self.assertEqual(self.ask("value seen at 7", "[2, 10]", program)["status"], "passed")
        self.assertEqual(self.ask("value seen[-1]", "0", program)["status"], "passed")

    def test_a_value_that_never_is_blames_the_exercise(self):
        self.ask("value x at 1", "1", "x = 1")
        self.assertIn("not your doing", self.result["outcomes"][0]["message"])

    def test_broken_answers_are_told(self):
        for text in ("{", "[]", '{"questions": "5"}', '{"questions": [5]}', "[" * 100_000):
            self.assertFalse(self.grade(answers=text)["passed"])
            self.assertEqual(self.result["outcomes"][0]["id"], "answers")


class Recalls(KindTest):
    sample = RECALL
    SNIPPET = RECALL["solution/program.py"]

    def test_layout_and_comments_do_not_count(self):
        program = "total=0  # start\nfor price in [3,4]:\n  total += price\n\nprint( total )"
        self.assertTrue(self.grade({"program.py": program})["passed"])
        self.assertEqual(self.result["output"], "7\n")

    def assert_difference(self, program, line, wanted, got, words=""):
        self.grade({"program.py": program})
        outcome = self.outcomes["same"]
        self.assertEqual((outcome["status"], outcome["line"]), ("failed", line), outcome)
        self.assertEqual((outcome["expected"], outcome["actual"]), (wanted, got))
        self.assertIn(words, outcome["message"])
        self.assertEqual(self.outcomes["runs"]["status"], "not_run")

    def test_the_smallest_piece_that_differs_is_shown(self):
        self.assert_difference(self.SNIPPET.replace("4]", "5]"), 2, "4", "5", "Line 2")
        self.assert_difference(self.SNIPPET.replace("total)", "Total)"), 4, "total", "Total", "capital")
        self.assert_difference(
            self.SNIPPET.replace("total += price", "total = price"), 3, "total += price", "total = price"
        )

    def test_missing_and_surplus_lines_are_told(self):
        self.assert_difference(self.SNIPPET.replace("total = 0\n", ""), 1, "total = 0", "for price in [3, 4]:")
        self.assert_difference(self.SNIPPET.replace("print(total)\n", ""), 3, "print(total)", "", "After line 3")
        self.assert_difference(self.SNIPPET + "print(1)\n", 5, "", "print(1)", "not in the snippet")
        self.assert_difference(self.SNIPPET.replace("print", "    print"), 4, "", "print(total)", "not in the snippet")

    def test_known_wrong_answers_are_recognised_also_unreadable_ones(self):
        self.assertEqual(self.grade({"program.py": RECALL["wrong/minus.py"]})["feedback"], "Added, not taken away.")
        broken = RECALL["wrong/no_colon.py"].replace("\n", "  \n\n")
        self.assertEqual(self.grade({"program.py": broken})["feedback"], "A for line ends with a colon.")
        self.assertIsInstance(self.result["exception"], SyntaxError)

    def test_checks_take_the_place_of_the_run(self):
        checks = "from skillet_check import *\n\n\ndef test_it():\n    expect_lines(run_program(), ['7'])\n"
        write(self.exercise, {"checks.py": checks})
        self.assertTrue(self.grade({"program.py": self.SNIPPET})["passed"])
        self.assertEqual(list(self.outcomes), ["same", "test_it"])


class Fixes(KindTest):
    sample = FIX
    MENDED = {"program.py": FIX["solution/program.py"]}

    def test_mended_and_named_passes(self):
        self.assertTrue(self.grade(self.MENDED, {"cause": "a text"})["passed"])
        self.assertEqual(self.outcomes["cause"]["why"], "The quotes.")

    def test_mended_without_the_cause_does_not(self):
        self.assertFalse(self.grade(self.MENDED)["passed"])
        self.assertEqual(self.outcomes["cause"]["status"], "not_run")

    def test_another_cause_gets_its_feedback_and_not_the_answer(self):
        self.assertFalse(self.grade(self.MENDED, {"cause": "a name"})["passed"])
        self.assertEqual(self.outcomes["cause"]["message"], "All names are there.")
        self.grade(self.MENDED, {"cause": "a number"})
        self.assertNotIn("a text", json.dumps(self.outcomes["cause"]))

    def test_named_and_not_mended_does_not_pass(self):
        self.assertFalse(self.grade({"program.py": "print(4)"}, {"cause": "a text"})["passed"])
        self.assertEqual(self.outcomes["cause"]["status"], "passed")

    def test_a_known_wrong_repair_is_recognised(self):
        result = self.grade({"program.py": "a = 1\nb = 4\nprint(b)\n"}, {"cause": "a text"})
        self.assertEqual(result["feedback"], "Four.")
        self.assertEqual(self.outcomes["cause"]["status"], "passed")

    def test_without_a_cause_checks_alone_decide(self):
        toml = FIX["exercise.toml"]
        write(self.exercise, {"exercise.toml": toml[: toml.index("[cause]")] + toml[toml.index("[[wrong]]") :]})
        self.assertTrue(self.grade(self.MENDED)["passed"])


class Tests(KindTest):
    sample = TEST

    def given(self, text):
        return self.grade({"test_stock.py": text})

    def test_tests_that_notice_all_pass_even_an_endless_version(self):
        self.assertTrue(self.given(TEST["solution/test_stock.py"])["passed"])
        self.assertEqual(self.outcomes["mutant_1"]["call"], "test_two")
        self.assertEqual(self.outcomes["mutant_1"]["why"], "It forgets the last item.")
        self.assertEqual(self.outcomes["mutant_2"]["call"], "test_none")

    def test_a_version_that_lives_is_told_with_its_mistake(self):
        self.assertFalse(self.given(TEST["wrong/weak.py"])["passed"])
        self.assertEqual(self.statuses("mutant"), ["passed", "failed"])
        self.assertIn("never ends when the list is empty", self.outcomes["mutant_2"]["message"])
        self.assertEqual(self.outcomes["mutant_2"]["why"], "")

    def test_other_weak_tests_get_the_feedback_of_the_known_ones(self):
        result = self.given("import stock\n\n\ndef test_x():\n    assert stock.total([4, 5]) > 8\n")
        self.assertEqual(result["feedback"], "The empty list is not tried.")

    def test_a_test_that_fails_on_the_right_version_comes_first(self):
        result = self.given(TEST["wrong/false.py"])
        outcome = self.outcomes["test_two"]
        self.assertEqual((outcome["status"], outcome["expected"], outcome["actual"]), ("failed", "4", "3"))
        self.assertEqual(outcome["line"], 5)
        self.assertEqual(self.statuses("mutant"), ["not_run", "not_run"])
        self.assertEqual(result["feedback"], "1 and 2 are 3.")

    def test_no_test_at_all_is_told(self):
        self.assertFalse(self.given("from stock import total\n")["passed"])
        self.assertIn("no test yet", self.outcomes["exists"]["message"])

    def test_a_file_that_cannot_be_loaded_is_told(self):
        self.given("from stok import total\n\n\ndef test_a():\n    assert total([]) == 0\n")
        self.assertIn("No module named 'stok'", self.outcomes["loaded"]["message"])
        self.assertIsInstance(self.result["exception"], ModuleNotFoundError)
        self.given("def test_a(:\n")
        self.assertEqual(self.result["outcomes"][0]["id"], "readable")

    def test_an_error_may_be_asserted_by_try_and_else(self):
        text = """from stock import total


def test_text():
    try:
        total(["a"])
    except TypeError:
        pass
    else:
        assert False, "no error"
"""
        self.given(text)
        self.assertEqual(self.outcomes["test_text"]["status"], "passed")

    def test_test_files_and_versions_do_not_leak_into_each_other(self):
        text = TEST["solution/test_stock.py"].replace("from stock import total", "import stock\ntotal = stock.total")
        self.assertTrue(self.given(text)["passed"])
        self.assertEqual(sorted(p.name for p in self.submission.iterdir()), ["test_stock.py"])

    def test_ending_the_process_is_no_pass(self):
        for text in ("import sys\nsys.exit(0)", "def test_a():\n    raise SystemExit(0)"):
            self.assertFalse(self.given(text)["passed"])


class Reviews(KindTest):
    sample = REVIEW
    DONE = {"program.py": REVIEW["solution/program.py"], "test_program.py": REVIEW["solution/test_program.py"]}

    def test_marked_tested_and_repaired_passes(self):
        self.assertTrue(self.grade(self.DONE, {"line": 4})["passed"], self.result)
        self.assertEqual(self.outcomes["flaw"]["why"], "An empty list has no length to divide by.")
        self.assertEqual(self.outcomes["fails_before"]["call"], "test_empty")

    def test_another_line_gets_its_feedback(self):
        self.assertFalse(self.grade(self.DONE, {"line": 1})["passed"])
        self.assertEqual(self.outcomes["flaw"]["message"], "The head is right.")
        self.grade(self.DONE, {"line": 3})
        self.assertIn("Line 3 does what it should", self.outcomes["flaw"]["message"])
        self.assertEqual(self.outcomes["flaw"]["why"], "")

    def test_a_test_that_does_not_show_the_flaw_does_not_pass(self):
        files = {
            **self.DONE,
            "test_program.py": "from program import mean\n\n\ndef test_one():\n    assert mean([2]) == 2\n",
        }
        result = self.grade(files, {"line": 4})
        self.assertEqual(self.statuses("test"), ["failed", "not_run"])
        self.assertEqual(result["feedback"], "Try the empty list.")

    def test_a_test_that_never_passes_does_not_pass(self):
        files = {
            **self.DONE,
            "test_program.py": "from program import mean\n\n\ndef test_one():\n    assert mean([2]) == 3\n",
        }
        self.grade(files, {"line": 4})
        self.assertEqual(self.statuses("test"), ["passed", "failed"])
        self.assertEqual(
            (self.outcomes["passes_after"]["expected"], self.outcomes["passes_after"]["actual"]), ("3", "2.0")
        )

    def test_a_known_wrong_repair_is_recognised(self):
        files = {**self.DONE, "program.py": REVIEW["wrong/minus.py"] + "\n\nextra = 1\n"}
        self.assertEqual(self.grade(files, {"line": 4})["feedback"], "Nothing costs less than nothing.")


class Explanations(KindTest):
    sample = EXPLAIN
    TEXT = "It adds the three numbers in the list one after the other and prints the sum in the end."

    def test_written_and_rated_passes(self):
        self.assertTrue(self.grade(answers={"text": self.TEXT, "points": [0, 2]})["passed"])
        self.assertEqual(self.outcomes["points"]["actual"], "2 of 3")
        self.assertTrue(self.grade(answers={"text": self.TEXT, "points": []})["passed"])

    def test_too_short_or_not_rated_does_not(self):
        self.assertFalse(self.grade(answers={"text": "It adds." + " " * 100, "points": [0]})["passed"])
        self.assertIn("8 characters", self.outcomes["text"]["message"])
        self.assertFalse(self.grade(answers={"text": self.TEXT})["passed"])
        self.assertEqual(self.statuses(), ["passed", "not_run"])
        self.assertFalse(self.grade(answers={"text": self.TEXT, "points": [3]})["passed"])
        self.assertFalse(self.grade()["passed"])


class Projects(KindTest):
    sample = PROJECT
    DONE = {"program.py": PROJECT["solution/program.py"], "report.py": PROJECT["solution/report.py"]}

    def test_all_milestones_make_the_project(self):
        self.assertTrue(self.grade(self.DONE)["passed"])
        self.assertEqual(self.statuses("milestone"), ["passed"] * 3)

    def test_a_milestone_is_reached_by_its_own_checks(self):
        files = {"program.py": 'lines = open("log.txt").read().split()\nprint(2, "lines")\n', "report.py": ""}
        self.assertFalse(self.grade(files)["passed"])
        self.assertEqual(self.statuses("milestone"), ["passed", "failed", "passed"])

    def test_part_of_a_milestone_is_told(self):
        files = {**self.DONE, "program.py": 'lines = open("log.txt").read().split()\nprint("lines")\n'}
        self.grade(files)
        self.assertEqual(self.outcomes["milestone_3"]["message"], "1 of its 2 checks pass.")

    def test_a_wrong_file_other_than_the_first_is_recognised_by_what_it_does(self):
        files = {**self.DONE, "report.py": "def count(lines):\n    return len(lines) + len(lines)\n"}
        self.assertEqual(self.grade(files)["feedback"], "Each line is counted twice.")


if __name__ == "__main__":
    unittest.main()
