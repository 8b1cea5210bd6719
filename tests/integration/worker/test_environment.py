# SPDX-License-Identifier: GPL-3.0-or-later
import os
import shutil
import subprocess
import tempfile
import unittest

from harness import *


class Environment(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        with Worker() as worker:
            cls.python = worker.welcome["executable"]
        cls.environment = os.path.join(cls.folder.name, "ümgebung eins")
        made = subprocess.run([cls.python, "-m", "venv", "--without-pip", cls.environment], capture_output=True, text=True)
        if made.returncode != 0:
            raise unittest.SkipTest("virtual environments cannot be made here: " + made.stderr)
        version = cls.python.rpartition("/")[2]
        cls.packages = os.path.join(cls.environment, "lib", version, "site-packages")
        with open(os.path.join(cls.packages, "only_here.py"), "w") as file:
            file.write("value = 41\n")

    def copy(self, name):
        copy = os.path.join(self.folder.name, name)
        shutil.copytree(self.environment, copy, symlinks=True)
        self.addCleanup(shutil.rmtree, copy)
        return copy

    def refusal(self, folder):
        with Worker("prompt", "--environment", folder, greet=False) as worker:
            worker.send("hello", version=VERSION, role=0)
            message = worker.event()[1]
            self.assertEqual(message["t"], "refusal")
            self.assertEqual(worker.last_words()[2], 1)
            return message["reason"]

    def test_its_packages_are_found(self):
        with Worker("prompt", "--environment", self.environment) as worker:
            self.assertEqual(worker.welcome["prefix"], self.environment)
            self.assertEqual(worker.welcome["executable"], os.path.join(self.environment, "bin", "python"))
            self.assertEqual(worker.run("import only_here; only_here.value").out, "41\n")
            run = worker.run("import sys; print(sys.prefix != sys.base_prefix, sys.base_prefix)")
            self.assertEqual(run.out, "True /usr\n")

    def test_programs_started_from_it_are_in_it_too(self):
        with Worker("prompt", "--environment", self.environment) as worker:
            run = worker.run("import subprocess; _ = subprocess.run(['python', '-c', 'import only_here, os; "
                             "print(only_here.value, os.environ[\"VIRTUAL_ENV\"])'])")
            self.assertEqual(run.text(), f"41 {self.environment}\n")

    def test_without_it_its_packages_are_not_there(self):
        with Worker() as worker:
            self.assertEqual(worker.run("import only_here").exception["exceptions"][0]["type"], "ModuleNotFoundError")

    def test_a_folder_that_is_none_is_refused(self):
        reason = self.refusal(self.folder.name)
        self.assertIn(self.folder.name, reason)
        self.assertIn(f'{self.python} -m venv "{self.folder.name}"', reason)

    def test_one_for_another_version_is_refused(self):
        for key in ("version", "version_info"):
            copy = self.copy("other")
            with open(os.path.join(copy, "pyvenv.cfg"), "w") as file:
                file.write(f"home = /usr/bin\n{key} = 3.7.1\n")
            reason = self.refusal(copy)
            self.assertIn("is for Python 3.7, and Skillet runs Python 3.", reason)
            self.assertIn("-m venv --clear", reason)
            self.doCleanups()

    def test_one_whose_python_is_gone_is_refused(self):
        copy = self.copy("broken")
        for name in os.listdir(os.path.join(copy, "bin")):
            if name.startswith("python"):
                os.remove(os.path.join(copy, "bin", name))
        os.symlink("/nonexistent/python3", os.path.join(copy, "bin", "python"))
        self.assertIn("leads nowhere", self.refusal(copy))

    def test_one_of_another_python_is_refused(self):
        copy = self.copy("foreign")
        with open(os.path.join(copy, "pyvenv.cfg"), "w") as file:
            file.write("home = /opt/python/bin\n")
        self.assertIn("belongs to the Python in /opt/python/bin", self.refusal(copy))


if __name__ == "__main__":
    unittest.main()
