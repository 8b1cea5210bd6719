# SPDX-License-Identifier: GPL-3.0-or-later
"""The provers must refuse what is wrong, else a green run says nothing."""

import shutil
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1] / "python/skillet_check"))
import prove_course
import prove_lesson

from samples import SAMPLES, write
from skillet_check import prove as prove_exercise
from skillet_check import trial

CURRICULUM = Path(__file__).resolve().parents[2] / "curriculum"
PROSE = "word " * 260


def announced(program, last_line):
    """A block of one line that ends with an error, and its traceback."""
    lines = ["Traceback (most recent call last):", '  File "a.py", line 1, in <module>', f"    {program}", last_line]
    return f"```python\n{program}\n```\n```traceback\n" + "\n".join(lines) + "\n```"


class Lessons(unittest.TestCase):
    def problems(self, body, front='title = "T"\nminutes = 3\nconcepts = []\n', prose=PROSE):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "lesson.md"
            path.write_text(f"+++\n{front}+++\n\n# T\n\n{prose}\n\n{body}\n", encoding="utf-8")
            return "\n".join(prove_lesson.prove(path))

    def test_right_output_is_accepted(self):
        self.assertEqual(self.problems("```python\nprint(1)\n2 + 2\n```\n```output\n1\n4\n```"), "")

    def test_other_output_is_refused_with_its_line(self):
        self.assertIn(":11: the block prints '1\\n'", self.problems("```python\nprint(1)\n```\n```output\n2\n```"))

    def test_unannounced_output_is_refused(self):
        self.assertIn("the block prints", self.problems("```python\nprint(1)\n```"))

    def test_unannounced_error_is_refused(self):
        self.assertIn("ZeroDivisionError", self.problems("```python\n1/0\n```"))

    def test_announced_error_is_accepted(self):
        self.assertEqual(self.problems(announced("1/0", "ZeroDivisionError: division by zero")), "")

    def test_announced_error_that_does_not_come_is_refused(self):
        body = "```python\n1\n```\n```output\n1\n```\n```traceback\nX\n```"
        self.assertIn("the block ends with ''", self.problems(body))

    def test_syntax_error_is_proven_too(self):
        traceback = "  File \"a.py\", line 1\n    print(\n         ^\nSyntaxError: '(' was never closed\n"
        self.assertEqual(self.problems(f"```python\nprint(\n```\n```traceback\n{traceback}```"), "")

    def test_error_that_an_earlier_block_prevents_is_refused(self):
        body = announced("forks", "NameError: name 'forks' is not defined")
        self.assertEqual(self.problems(body), "")
        self.assertIn("run after the blocks before it", self.problems(f"```python\nforks = 3\n```\n{body}"))

    def test_block_marked_norun_is_not_run(self):
        self.assertEqual(self.problems("```python norun\nopen('/x')\n```\n\n```python\n1\n```\n```output\n1\n```"), "")

    def test_lesson_without_runnable_block_is_refused(self):
        self.assertIn("at least one block", self.problems("```python norun\n1\n```"))

    def test_short_lesson_is_refused(self):
        self.assertIn("words of prose", self.problems("```python\n1\n```\n```output\n1\n```", prose="few"))

    def test_raw_html_is_refused(self):
        self.assertIn("raw HTML", self.problems("a <b>bold</b> word\n```python\n1\n```\n```output\n1\n```"))

    def test_front_matter_is_needed(self):
        body = "```python\n1\n```\n```output\n1\n```"
        self.assertIn("minutes is missing", self.problems(body, front='title = "T"\nconcepts = []\n'))


class Exercises(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.exercise = Path(folder.name) / "greeting"
        shutil.copytree(CURRICULUM / "core/workbench/exercises/greeting", self.exercise)

    def problems(self):
        return "\n".join(prove_exercise.prove(self.exercise))

    def replace(self, name, old, new):
        path = self.exercise / name
        text = path.read_text(encoding="utf-8")
        self.assertIn(old, text)
        path.write_text(text.replace(old, new), encoding="utf-8")

    def test_the_copied_exercise_is_proven(self):
        self.assertEqual(self.problems(), "")

    def test_solution_that_fails_is_refused(self):
        self.replace("solution/program.py", "Hello", "Hallo")
        self.assertIn("the solution does not pass", self.problems())

    def test_starter_that_passes_is_refused(self):
        shutil.copy(self.exercise / "solution/program.py", self.exercise / "starter/program.py")
        self.assertIn("the starter passes already", self.problems())

    def test_wrong_answer_that_passes_is_refused(self):
        shutil.copy(self.exercise / "solution/program.py", self.exercise / "wrong/no_f.py")
        self.assertIn("wrong/no_f.py passes the checks", self.problems())

    def test_two_wrong_answers_that_behave_alike_are_refused(self):
        shutil.copy(self.exercise / "wrong/no_f.py", self.exercise / "wrong/name_typed_twice.py")
        self.assertIn("wrong/name_typed_twice.py gets", self.problems())

    def test_missing_hint_is_refused(self):
        self.replace("exercise.toml", '  "Two changes', '  # "Two changes')
        self.assertIn("hints must be three", self.problems())

    def test_check_with_an_error_of_its_own_is_refused(self):
        self.replace("checks.py", "name = run_program().value", "name = run_programm().value")
        self.assertIn("run_programm", self.problems())

    def test_solution_that_dies_is_refused(self):
        self.replace("solution/program.py", "name =", "import os; os._exit(0); name =")
        self.assertIn("ended its own process", self.problems())

    def test_solution_that_never_ends_is_refused(self):
        limit = trial.SECONDS
        self.addCleanup(setattr, trial, "SECONDS", limit)
        trial.SECONDS = 1
        self.replace("solution/program.py", "name =", "while True: pass\nname =")
        self.assertIn("ran longer than 1 seconds", self.problems())


class Kinds(unittest.TestCase):
    """An exercise of each kind, and what makes the prover refuse it."""

    def refused(self, kind, changes, *words):
        """Each change is a file, a text in it and another text; the words stand in the only or first problem."""
        files = dict(SAMPLES[kind])
        for name, old, new in changes:
            self.assertIn(old, files[name])
            files[name] = files[name].replace(old, new, 1)
        limit = trial.SECONDS
        self.addCleanup(setattr, trial, "SECONDS", limit)
        trial.SECONDS = 3
        with self.subTest(kind=kind, changes=changes), tempfile.TemporaryDirectory() as folder:
            write(Path(folder), files)
            problems = "\n".join(prove_exercise.prove(folder))
            for word in words:
                self.assertIn(word, problems)

    def test_the_samples_are_proven(self):
        for kind, files in SAMPLES.items():
            with self.subTest(kind), tempfile.TemporaryDirectory() as folder:
                write(Path(folder), files)
                self.assertEqual(prove_exercise.prove(folder), [])

    def test_predict(self):
        toml = "exercise.toml"
        self.refused(
            "predict", [(toml, 'answer = "3"', 'answer = "6"')], ":34: the answer '6' is not what happens: '3'"
        )
        self.refused("predict", [("starter/program.py", "3]", "4]")], "is not what happens: 'Ada\\n7'")
        self.refused("predict", [(toml, "time 3", "time 9")], "value total at 5 time 9 has no value there")
        self.refused("predict", [(toml, "runs 7", "runs 99")], ":22: line 99 of program.py holds nothing that runs")
        self.refused("predict", [(toml, "runs 7", "runs")], "about is 'runs'; it can be output")
        self.refused("predict", [(toml, "value name", "value na me")], "'na me' is no name or expression")
        self.refused("predict", [(toml, '["yes", "no"]', '["yes", "maybe"]')], "must be one of the choices")
        self.refused("predict", [(toml, 'answer = "yes"', 'answer = "No"')], "the wrong answer 'No' is the right one")
        self.refused("predict", [(toml, '[[questions.wrong]]\nanswer = "yes"\nfeedback', "skipped")], "at least two")
        self.refused(
            "predict", [(toml, 'stdin = "Ada\\n"', "")], ":34: value total at 5 time 3 has no value", "EOFError"
        )
        self.refused("predict", [("starter/program.py", "total = 0", "while True: pass")], "ran longer than")
        self.refused(
            "predict",
            [("starter/program.py", "total = total + number", "total = [total + n for n in [number]][0]")],
            "line 5 of program.py holds a comprehension",
        )

    def test_recall(self):
        self.refused("recall", [("solution/program.py", "print(total)", "print(totl)")], "the solution does not pass")
        self.refused(
            "recall", [("solution/program.py", "total = 0\nfor price in [3, 4]:\n    total += price\n", "")], "lines"
        )
        self.refused("recall", [("wrong/minus.py", "-=", "+=")], "wrong/minus.py passes the checks")

    def test_fix(self):
        toml = "exercise.toml"
        self.refused("fix", [(toml, 'answer = "a text"', 'answer = "A text"')], ":12: answer of [cause] must be one of")
        self.refused("fix", [(toml, 'choice = "a name"', 'choice = "a text"')], ":16: choice of [[cause.wrong]]")
        self.refused("fix", [(toml, '["a text", "a name", "a number"]', '["a text", "a name"]')], "three to five")
        self.refused("fix", [(toml, 'why = "The quotes."', "")], "[cause] needs why")
        self.refused("fix", [("starter/program.py", '"2"', "2")], "the starter passes already")

    def test_test(self):
        toml = "exercise.toml"
        self.refused("test", [("solution/test_stock.py", "total([]) == 0", "total([0]) == 0")], "does not pass")
        self.refused(
            "test",
            [("starter/test_stock.py", "total([0]) == 0", "total([1, 2]) == 3\n    assert total([]) == 0")],
            "already",
        )
        self.refused("test", [("wrong/false.py", "== 4", "== 3")], "gets 'The empty list is not tried.'")
        self.refused("test", [("mutants/last.py", "[:-1]", "")], "mutants/last.py is the right version itself")
        self.refused("test", [("mutants/last.py", "def total", "def totl:")], "mutants/last.py: Python cannot read it")
        self.refused("test", [("mutants/last.py", "def total", "1 / 0\n\n\ndef total")], "ends with ZeroDivisionError")
        self.refused("test", [(toml, 'replaces = "stock.py"', 'replaces = "shelf.py"')], "must name a file in data/")
        self.refused("test", [(toml, 'file = "mutants/endless.py"', 'file = "mutants/none.py"')], "none.py is missing")

    def test_review(self):
        toml = "exercise.toml"
        self.refused("review", [("solution/test_program.py", "mean([]) == 0", "mean([2]) == 2")], "does not pass")
        self.refused(
            "review", [(toml, "lines = [4]", "lines = [40]")], ":10: line 40 of starter/program.py holds no code"
        )
        self.refused("review", [(toml, "line = 1", "line = 4")], ":14: line of [[flaw.wrong]] must be")
        self.refused("review", [(toml, "lines = [4]", 'lines = "4"')], "lines of [flaw] must be a list of numbers")
        self.refused(
            "review", [(toml, 'replaces = "test_program.py"', 'replaces = "tests.py"')], "must be one of files"
        )

    def test_explain(self):
        toml = "exercise.toml"
        self.refused("explain", [(toml, ', "says what is printed"', "")], "three to six")
        self.refused("explain", [(toml, "[[misreadings]]", "[[others]]")], "at least two [[misreadings]]")
        self.refused(
            "explain",
            [("model.md", "The program adds the numbers 1, 2 and 3", "It adds")],
            "model.md: the model answer is shorter",
        )
        self.refused("explain", [("starter/program.py", "print(total)", "print(totl)")], "ends with NameError, which")

    def test_project(self):
        toml = "exercise.toml"
        self.refused(
            "project", [(toml, 'checks = ["test_read"]', 'checks = ["test_reed"]')], "test_reed, which checks.py"
        )
        self.refused("project", [(toml, ', "test_says_lines"', "")], "test_says_lines belongs to no milestone")
        self.refused(
            "project", [("milestones/read.md", "Read the log.", "")], ":11: milestones/read.md is missing or empty"
        )
        self.refused("project", [("starter/report.py", "", PROJECT_COUNT)], "'Count' is reached by the starter already")


PROJECT_COUNT = "def count(lines):\n    return len(lines)\n"


class Courses(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.course = Path(folder.name) / "curriculum"
        shutil.copytree(CURRICULUM, self.course)
        self.module = self.course / "core/workbench/module.toml"

    def problems(self):
        return "\n".join(prove_course.prove(self.course))

    def test_the_course_names_all_stages_and_modules(self):
        course, problems = prove_course._read(CURRICULUM / "course.toml")
        self.assertEqual(problems, [])
        self.assertEqual([len(stage["modules"]) for stage in course["stages"]], [10, 10, 13])

    def test_item_without_file_is_refused(self):
        text = self.module.read_text(encoding="utf-8")
        self.module.write_text(text.replace("exercise:greeting", "exercise:greetings"), encoding="utf-8")
        self.assertIn("exercise greetings is listed, but has no file", self.problems())
        self.assertIn("exercise greeting lies in the folder, but is not listed", self.problems())

    def test_unknown_prerequisite_is_refused(self):
        toml = self.course / "core/workbench/exercises/greeting/exercise.toml"
        text = toml.read_text(encoding="utf-8")
        toml.write_text(text.replace("workbench/run-read", "workbench/walk-read"), encoding="utf-8")
        self.assertIn("prerequisite workbench/walk-read-change does not come before it", self.problems())

    def test_broken_course_file_is_named(self):
        (self.course / "course.toml").write_text("format = ", encoding="utf-8")
        self.assertIn("course.toml: Invalid value", self.problems())


if __name__ == "__main__":
    unittest.main()
