# SPDX-License-Identifier: GPL-3.0-or-later
import inspect
import json
import linecache
import os
import tempfile
import unittest

from skillet_worker import sources


class Lines(unittest.TestCase):
    def test_prompt_inputs_get_names_of_their_own(self):
        first = sources.register_prompt_input("1")
        second = sources.register_prompt_input("2\n3")
        self.assertNotEqual(first, second)
        self.assertEqual([sources.line(second, 1), sources.line(second, 2)], ["2", "3"])

    def test_registered_text_wins_over_the_file(self):
        with tempfile.NamedTemporaryFile("w", suffix=".py") as file:
            file.write("on disk\n")
            file.flush()
            self.assertEqual(sources.line(file.name, 1), "on disk")
            sources.register(file.name, "in the editor")
            self.assertEqual(sources.line(file.name, 1), "in the editor")
            linecache.checkcache()
            self.assertEqual(linecache.getline(file.name, 1), "in the editor\n")

    def test_text_registered_before_linecache_is_used_reaches_it(self):
        sources.register("<early>", "a\nb")
        sources.prepare_linecache()
        self.assertEqual(linecache.getline("<early>", 2), "b\n")

    def test_a_part_of_a_file_leaves_its_other_lines(self):
        with tempfile.TemporaryDirectory() as folder:
            name = os.path.join(folder, "shop.py")
            with open(name, "w") as file:
                file.write("one\ntwo\nthree\n")
            sources.register_part(name, "\n2\n")
            self.assertEqual(sources.lines(name, 1, 3), "one\n2\nthree")
            sources.register_part(name, "\n\n\n\n5")
            self.assertEqual(sources.lines(name, 1, 5), "one\n2\nthree\n\n5")

    def test_lines_that_are_not_there_are_empty(self):
        name = sources.register_prompt_input("1")
        for number in (-1, 0, 3, 10**9):
            self.assertEqual(sources.line(name, number), "")
        self.assertEqual(sources.line("/nonexistent/file.py", 1), "")

    def test_several_lines(self):
        name = sources.register_prompt_input("a\nb\nc")
        self.assertEqual(sources.lines(name, 2, 3), "b\nc")

    def test_very_long_lines_are_bounded(self):
        self.assertLess(len(sources.line(sources.register_prompt_input("x" * 10**6), 1)), 10_000)


class Origins(unittest.TestCase):
    def test_whose_code_it_is(self):
        self.assertEqual(sources.origin(inspect.getfile(json)), sources.LIBRARY)
        self.assertEqual(sources.origin("<frozen importlib._bootstrap>"), sources.LIBRARY)
        self.assertEqual(sources.origin("/home/x/.local/lib/python3.11/site-packages/p/a.py"), sources.LIBRARY)
        self.assertEqual(sources.origin(sources.__file__), sources.HOST)
        self.assertEqual(sources.origin("/home/x/program.py"), sources.LEARNER)
        self.assertEqual(sources.origin(sources.register_prompt_input("1")), sources.LEARNER)

    def test_a_folder_can_be_hidden(self):
        self.assertEqual(sources.origin("/e/checks.py"), sources.LEARNER)
        sources.hide("/e")
        self.assertEqual(sources.origin("/e/checks.py"), sources.HOST)
        self.assertEqual(sources.origin("/ee/checks.py"), sources.LEARNER)

    def test_learner_modules_are_not_the_librarys(self):
        found = sources.learner_modules()
        self.assertNotIn("json", found)
        self.assertNotIn("skillet_worker.sources", found)
        self.assertIn(__name__, found + ["__main__"])
        self.assertTrue(os.path.exists(sources.__file__))


if __name__ == "__main__":
    unittest.main()
