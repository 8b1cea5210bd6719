# SPDX-License-Identifier: GPL-3.0-or-later
"""Modules as programs, as for `python -m`."""

import os
import tempfile
import unittest

from harness import *


class Modules(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = os.path.realpath(folder.name)
        self.worker = Worker()
        self.addCleanup(self.worker.__exit__)

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w") as file:
            file.write(text)
        return path

    def module(self, name, **more):
        return self.worker.run("", MODULE, file=name, workingFolder=self.folder, **more)

    def test_a_module_sees_what_python_would_give_it(self):
        path = self.write("tool.py", "import sys\nif __name__ == '__main__':\n    print(sys.argv, sys.path[0], __file__, "
                                     "__package__ == '', __spec__.name)\n")
        run = self.module("tool", arguments=["a", "b c"])
        self.assertEqual(run.out, f"{[path, 'a', 'b c']} {self.folder} {path} True tool\n")

    def test_the_prompt_is_left_inside(self):
        self.write("tool.py", "answer = 42\n")
        self.module("tool")
        self.assertEqual(self.worker.run("answer").out, "42\n")
        self.assertEqual(self.worker.run("import __main__; __main__.answer").out, "42\n")

    def test_a_package_runs_its_main(self):
        self.write("pack/__init__.py", "print('init')\n")
        self.write("pack/part.py", "value = 5\n")
        self.write("pack/__main__.py", "from .part import value\nprint(__name__, __package__, value)\n")
        self.assertEqual(self.module("pack").out, "init\n__main__ pack 5\n")

    def test_a_module_inside_a_package_runs(self):
        self.write("pack/__init__.py", "")
        self.write("pack/tool.py", "print(__package__, __spec__.name)\n")
        self.assertEqual(self.module("pack.tool").out, "pack pack.tool\n")

    def test_a_library_module_runs(self):
        self.assertEqual(self.module("calendar", arguments=["2024", "2"]).out.split()[:2], ["February", "2024"])

    def test_one_that_is_not_there_is_said_as_python_says_it(self):
        run = self.module("nowhere")
        self.assertEqual((run.end, run.exit_code), (EXITED, 1))
        self.assertEqual(run.err, f"{self.worker.welcome['executable']}: No module named nowhere\n")

    def test_an_error_shows_the_modules_own_lines_only(self):
        path = self.write("tool.py", "def f():\n    1/0\n\nf()\n")
        frames = self.module("tool").exception["exceptions"][0]["frames"]
        self.assertEqual([(frame["file"], frame["range"]["line"]) for frame in frames], [(path, 4), (path, 2)])

    def test_a_changed_module_counts_at_the_next_run(self):
        for value in (1, 22):
            self.write("tool.py", f"import part\nprint(part.value)\n")
            self.write("part.py", f"value = {value}\n")
            self.assertEqual(self.module("tool").out, f"{value}\n")


if __name__ == "__main__":
    unittest.main()
