# SPDX-License-Identifier: GPL-3.0-or-later
"""Programs that the learner's program starts, and that read their standard input."""

import sys
import unittest

from harness import *


class ChildInput(unittest.TestCase):
    def setUp(self):
        self.worker = Worker()
        self.addCleanup(self.worker.__exit__)

    def questions(self, run):
        return [message for message in run.events if message["t"] == "inputRequested"]

    def run_child(self, source, answers, kind=PASTED):
        run = self.worker.run(source, kind, answers)
        self.assertEqual(run.end, FINISHED, run.exception)
        return run

    def test_a_program_gets_lines_until_the_end_of_input(self):
        run = self.run_child("import subprocess\nsubprocess.run(['cat']).returncode", ["one", "zwei é", None])
        self.assertEqual(run.out, "one\nzwei é\n0\n")
        self.assertEqual(len(self.questions(run)), 3)
        self.assertEqual(self.worker.run("1+1").out, "2\n")

    def test_a_python_asks_with_its_own_words(self):
        run = self.run_child("import subprocess, sys\n"
                             "_ = subprocess.run([sys.executable, '-c', 'print(input(\"child? \").upper())'])", ["yes"])
        self.assertEqual(run.out, "child? YES\n")

    def test_a_shell_reads(self):
        self.assertEqual(self.run_child("import os\n_ = os.system('read x; echo got $x')", ["it"]).out, "got it\n")

    def test_a_program_deep_below_reads(self):
        run = self.run_child("import os\n_ = os.system('sh -c \"sh -c \\'head -n 1\\'\"')", ["deep"])
        self.assertEqual(run.out, "deep\n")

    def test_descriptor_0_is_read_directly(self):
        self.assertEqual(self.run_child("import os\nos.read(0, 100)", ["line"]).out, "b'line\\n'\n")

    def test_a_forked_child_asks(self):
        source = ("import os\npid = os.fork()\nif pid == 0:\n    print('got', input('fork? '), flush=True)\n"
                  "    os._exit(0)\n\n_ = os.waitpid(pid, 0)\n")
        self.assertEqual(self.run_child(source, ["this"]).out, "fork? got this\n")

    def test_input_of_the_program_itself_goes_on_afterwards(self):
        source = "import subprocess\na = input('a')\n_ = subprocess.run(['head', '-c', '3'])\nb = input('b')\nprint(a, b)"
        run = self.run_child(source, ["1", "xy", "2"])
        self.assertEqual(run.out, "xy\n1 2\n")
        self.assertEqual([question["prompt"] for question in self.questions(run)], ["a", "", "b"])

    def test_after_an_end_of_input_the_next_program_reads_again(self):
        run = self.run_child("import subprocess\nfor _ in range(2):\n    _ = subprocess.run(['cat'])\n", ["a", None, "b", None])
        self.assertEqual(run.out, "a\nb\n")

    def test_what_is_left_over_does_not_reach_the_next_run(self):
        def answer(worker):
            for line in ("first", "left"):
                worker.send("inputReply", run=1, line=line, endOfFile=False)

        self.assertEqual(self.run_child("import os\n_ = os.system('head -c 6')", [answer]).out, "first\n")
        run = self.run_child("_ = os.system('head -c 4')", ["new"])
        self.assertEqual(run.out, "new\n")

    def test_a_line_longer_than_the_pipe_arrives_whole(self):
        run = self.run_child("import subprocess\nlen(subprocess.run(['head', '-n', '1'], capture_output=True).stdout)",
                             ["x" * 300_000])
        self.assertEqual(run.out, "300001\n")

    def test_stop_ends_a_program_that_waits(self):
        run = self.worker.run("import subprocess\nsubprocess.run(['cat'])", PASTED, [Worker.interrupt])
        self.assertEqual(run.end, INTERRUPTED)
        self.assertEqual(self.worker.run("1+1").out, "2\n")

    def test_a_program_that_does_not_read_asks_nothing(self):
        run = self.run_child("import subprocess\n_ = subprocess.run(['sleep', '0.4'])", [])
        self.assertEqual(self.questions(run), [])


if __name__ == "__main__":
    unittest.main()
