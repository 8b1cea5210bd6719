# SPDX-License-Identifier: GPL-3.0-or-later
"""`skillet course check` and `skillet course new`."""

import os
import subprocess
import tempfile
import unittest
from pathlib import Path

from samples import SAMPLES, write

SKILLET = os.environ["SKILLET"]
PATIENCE = 200  # seconds


class CourseTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="skillet course é ")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name).resolve() / "demo"

    def run_course(self, *arguments):
        done = subprocess.run(
            [SKILLET, "course", *map(str, arguments)], capture_output=True, text=True, timeout=PATIENCE
        )
        return done.returncode, done.stdout, done.stderr

    def make(self):
        self.assertEqual(self.run_course("new", self.folder)[0], 0)

    def change(self, name, old, new):
        path = self.folder / name
        text = path.read_text(encoding="utf-8")
        self.assertIn(old, text)
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def problems(self, *expected):
        """All problems, which have to hold each of the expected texts, without the folder's name."""
        status, out, err = self.run_course("check", self.folder)
        out = out.replace(f"{self.folder}/", "")
        self.assertEqual(status, 1 if expected else 0, out + err)
        for text in expected:
            self.assertIn(text, out)
        return out.splitlines()


class New(CourseTest):
    def test_a_new_course_is_proven(self):
        self.make()
        self.assertEqual(self.problems(), [])
        self.assertTrue((self.folder / "README.md").is_file())

    def test_what_is_there_is_not_touched(self):
        self.make()
        before = sorted((p, p.stat().st_mtime_ns) for p in self.folder.rglob("*"))
        status, out, err = self.run_course("new", self.folder)
        self.assertEqual((status, out), (2, ""))
        self.assertIn("is there already, and not empty", err)
        self.assertEqual(sorted((p, p.stat().st_mtime_ns) for p in self.folder.rglob("*")), before)

    def test_an_empty_folder_will_do(self):
        self.folder.mkdir()
        self.make()

    def test_a_folder_that_cannot_be_made_is_told(self):
        status, _, err = self.run_course("new", "/proc/nothing/here")
        self.assertEqual(status, 2)
        self.assertIn("cannot be made", err)


class Check(CourseTest):
    EXERCISE = "first/exercises/greeting/"
    LESSON = "first/lessons/names-in-text.md"

    def setUp(self):
        super().setUp()
        self.make()

    def test_all_kinds_are_proven(self):
        for kind, files in SAMPLES.items():
            write(self.folder / f"first/exercises/{kind}", files)
        listed = "".join(f', "exercise:{kind}"' for kind in SAMPLES)
        self.change("first/module.toml", '"exercise:greeting"', '"exercise:greeting"' + listed)
        self.assertEqual(self.problems(), [])
        self.change("first/exercises/predict/exercise.toml", 'answer = "3"', 'answer = "4"')
        self.problems("first/exercises/predict/exercise.toml:34: the answer '4' is not what happens: '3'")

    def test_schema(self):
        self.change(self.EXERCISE + "exercise.toml", "minutes = 5", 'minutes = "5"')
        self.problems("first/exercises/greeting/exercise.toml:3: 'minutes' has to be a whole number.")

    def test_the_rest_is_proven_beside_what_is_broken(self):
        self.change(self.EXERCISE + "exercise.toml", "minutes = 5", "minutes =")
        self.change(self.LESSON, "\nA table for Ada.\n", "\nA table for Eve.\n")
        self.problems("exercise.toml:3: ", f"{self.LESSON}:15: the block prints")

    def test_a_starter_that_passes(self):
        self.change(self.EXERCISE + "starter/program.py", '"Ada"\n', '"Ada"\nprint(f"Welcome, {guest}.")\n')
        self.problems("greeting/starter: the starter passes already")

    def test_a_solution_that_fails(self):
        self.change(self.EXERCISE + "solution/program.py", "Welcome", "Hello")
        self.problems("greeting/solution: the solution does not pass: It greets the guest: Line 1")

    def test_a_wrong_answer_with_another_feedback(self):
        self.change(self.EXERCISE + "wrong/no_f.py", '"Welcome, {guest}."', '"Welcome, Ada."')
        self.problems("greeting/exercise.toml:18: wrong/typed_name.py gets 'The braces were printed")

    def test_checks_that_do_not_run(self):
        self.change(self.EXERCISE + "checks.py", "run_program(change", "run_programm(change")
        self.problems("NameError: name 'run_programm' is not defined")

    def test_pictures_and_links(self):
        text = "\n![](plan.png) and [the plan](plans/none.md) and [the exercise](first/greeting) and `![](x)`\n"
        self.change(self.LESSON, "\n## Practise", text + "\n## Practise")
        found = self.problems(
            f"{self.LESSON}:64: The picture plan.png has no alternative text",
            f"{self.LESSON}:64: plan.png leads nowhere",
            f"{self.LESSON}:64: plans/none.md leads nowhere",
        )
        self.assertEqual(len(found), 3)

    def test_terms(self):
        self.change(self.EXERCISE + "task.md", "Greet the guest", "With an F string, greet the guest")
        self.problems(self.EXERCISE + 'task.md:1: "f string" is spelled "f-string" in this course.')

    def test_items_and_their_order(self):
        self.change("first/module.toml", '"lesson:names-in-text", "exercise:greeting"', '"exercise:greeting"')
        self.problems("first/module.toml:4: lesson:names-in-text lies in the folder, but is not listed", "prerequisite")
        self.change("first/module.toml", '"exercise:greeting"', '"exercise:greeting", "lesson:names-in-text"')
        self.problems("exercise.toml:5: The prerequisite first/names-in-text does not come before it.")

    def test_a_module_says_the_same_as_the_course(self):
        self.change("first/module.toml", "The first module", "Another module")
        self.problems("first/module.toml:2: 'title' is not as in course.toml.")

    def test_code_of_the_course_is_held(self):
        outside = self.folder.parent / "outside.txt"
        self.change(
            self.EXERCISE + "checks.py", "\n\ndef test_greets", f"open({str(outside)!r}, 'w')\n\n\ndef test_greets"
        )
        self.change(self.LESSON, 'guest = "Ada"\n', f'guest = "Ada"\nopen({str(outside)!r}, "w")\n')
        self.problems("PermissionError", f"{self.LESSON}:15: the block")
        self.assertFalse(outside.exists())

    def test_no_course_at_all_is_2(self):
        for folder in (self.folder / "first", self.folder / "nowhere"):
            status, out, err = self.run_course("check", folder)
            self.assertEqual((status, out), (2, ""))
            self.assertIn("course.toml is missing", err)
        self.change("course.toml", "format = 1", "format =")
        status, _, err = self.run_course("check", self.folder)
        self.assertEqual(status, 2)
        self.assertIn("course.toml:2: ", err)


class Misuse(CourseTest):
    def test_each_is_2_with_the_reason(self):
        for arguments, words in (
            ((), "check, new, pack or install"),
            (("prove", "x"), "check, new, pack or install"),
            (("pack", "x"), "a folder and a file"),
            (("check",), "name one of them"),
            (("new", "a", "b"), "name one of them"),
        ):
            status, out, err = self.run_course(*arguments)
            self.assertEqual((status, out), (2, ""))
            self.assertIn(words, err)


if __name__ == "__main__":
    unittest.main()
