# SPDX-License-Identifier: GPL-3.0-or-later
"""The provers must refuse what is wrong, else a green run says nothing."""

import shutil
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import prove_course
import prove_lesson

import skillet_check.prove as prove_exercise

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
        self.assertIn("ended without a result", self.problems())

    def test_solution_that_never_ends_is_refused(self):
        limit = prove_exercise.SECONDS
        self.addCleanup(setattr, prove_exercise, "SECONDS", limit)
        prove_exercise.SECONDS = 1
        self.replace("solution/program.py", "name =", "while True: pass\nname =")
        self.assertIn("ran longer than 1 seconds", self.problems())


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
