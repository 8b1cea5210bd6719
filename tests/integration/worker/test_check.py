# SPDX-License-Identifier: GPL-3.0-or-later
import glob
import os
import tempfile
import time
import unittest

from harness import *

PASSED_STATUS, FAILED_STATUS, ERROR_STATUS, NOT_RUN_STATUS = 0, 1, 2, 3

EXERCISE = """
title = "Double"
kind = "write"
minutes = 5
concepts = ["function"]
prerequisites = []
files = ["program.py"]
hints = ["One.", "Two.", "Three."]

[[wrong]]
file = "wrong/none.py"
feedback = "Return it."
"""
CHECKS = '''
from skillet_check import expect_value, load_function


def test_double():
    """Doubles a number"""
    expect_value(load_function("double")(4), 8)
'''


class Check(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="check test é ")
        self.addCleanup(folder.cleanup)
        self.exercise = os.path.join(folder.name, "exercise")
        self.submission = os.path.join(folder.name, "submission")
        self.outside = os.path.join(folder.name, "outside.txt")
        os.makedirs(os.path.join(self.exercise, "starter"))
        os.makedirs(os.path.join(self.exercise, "solution"))
        os.makedirs(os.path.join(self.exercise, "wrong"))
        os.makedirs(self.submission)
        self.write(self.outside, "private")
        self.write(self.exercise, EXERCISE, "exercise.toml")
        self.write(self.exercise, CHECKS, "checks.py")
        self.write(self.exercise, "# Double\n\nWrite `double`.\n", "task.md")
        self.write(self.exercise, "", "starter", "program.py")
        self.write(self.exercise, "def double(n):\n    return n * 2\n", "solution", "program.py")
        self.write(self.exercise, "def double(n):\n    n * 2\n", "wrong", "none.py")

    def write(self, folder, text, *names):
        with open(os.path.join(folder, *names) if names else folder, "w") as file:
            file.write(text)

    def check(self, program, worker=None):
        self.write(self.submission, program, "program.py")
        with worker or Worker("check") as worker:
            self.protections = worker.welcome["protections"]
            worker.runs[1] = Run()
            worker.send("checkAttempt", run=1, exerciseFolder=self.exercise, submissionFolder=self.submission)
            run = worker.finish(1)
            self.assertIsNotNone(run.report, (run.exception, run.text()))
            return run

    def message_of(self, expression, imports="os"):
        """What `expression` gives inside a checked program, by way of what it prints."""
        program = (
            f"import {imports}\ndef double(n):\n    try:\n        print({expression})\n"
            "    except BaseException as e:\n        print(type(e).__name__)\n    return n * 2\n"
        )
        run = self.check(program)
        self.assertTrue(run.report["passed"], run.report)
        return run.report["output"].strip()

    def test_right_answer_passes(self):
        run = self.check("def double(n):\n    return n * 2\n")
        self.assertEqual(run.end, FINISHED)
        self.assertTrue(run.report["passed"], run.report)
        self.assertIsNone(run.report["traceback"])
        outcome = run.report["outcomes"][0]
        self.assertEqual((outcome["id"], outcome["title"], outcome["status"]), ("test_double", "Doubles a number", PASSED_STATUS))

    def test_wrong_answer_fails_with_what_was_wanted(self):
        run = self.check("def double(n):\n    return n + 1\n")
        outcome = run.report["outcomes"][0]
        self.assertFalse(run.report["passed"])
        self.assertEqual((outcome["status"], outcome["expected"], outcome["actual"]), (FAILED_STATUS, "8", "5"))
        self.assertEqual(outcome["call"], "double(4)")

    def test_exception_is_captured_without_frames_of_the_checks(self):
        run = self.check("def double(n):\n    text = 'x'\n    return text - n\n")
        exceptions = run.report["traceback"]["exceptions"]
        self.assertEqual([frame["function"] for frame in exceptions[0]["frames"]], ["double"])
        frame = exceptions[0]["frames"][0]
        self.assertEqual(frame["file"], os.path.join(self.submission, "program.py"))
        self.assertEqual(frame["sourceLine"], "    return text - n")
        self.assertEqual([value["preview"] for value in frame["values"]], ["'x'", "4"])

    def test_syntax_error_is_captured(self):
        info = self.check("def double(n:\n").report["traceback"]["exceptions"][0]
        self.assertTrue(info["isSyntaxError"])
        self.assertEqual(info["syntaxLine"], "def double(n:")

    def test_missing_exercise_is_a_report_too(self):
        os.remove(os.path.join(self.exercise, "checks.py"))
        run = self.check("")
        self.assertFalse(run.report["passed"])

    def test_endless_loop_can_be_stopped(self):
        self.write(self.submission, "while True: pass\n", "program.py")
        with Worker("check") as worker:
            worker.runs[1] = Run()
            worker.send("checkAttempt", run=1, exerciseFolder=self.exercise, submissionFolder=self.submission)
            time.sleep(0.4)
            worker.interrupt()
            self.assertEqual(worker.finish(1).end, INTERRUPTED)

    def test_prompt_requests_are_refused(self):
        with Worker("check") as worker:
            worker.send("execute", run=1, kind=0, source="1")
            self.assertEqual(worker.event()[1]["t"], "refusal")

    # -- the sandbox

    def needs(self, name):
        self.check("")
        if name not in self.protections:
            self.skipTest(f"this kernel does not offer {name} here")

    def test_protections_are_named(self):
        self.check("")
        self.assertIn("rlimits", self.protections)
        self.assertIn("no_new_privs", self.protections)
        self.assertLessEqual(set(self.protections), {"rlimits", "no_new_privs", "seccomp", "landlock", "network"})

    def test_sockets_are_denied(self):
        self.needs("seccomp")
        self.assertEqual(self.message_of("socket.socket()", "socket"), "PermissionError")
        self.assertEqual(self.message_of("socket.socketpair() and 1", "socket"), "1")

    LOOPBACK = """import socket, threading


def double(n):
    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=lambda: server.accept()[0].sendall(b"served")).start()
        with socket.create_connection(server.getsockname()) as client:
            print(client.recv(10).decode())
    try:
        socket.create_connection(("192.0.2.1", 80), 2)
    except OSError as error:
        print(error.strerror)
    return n * 2
"""

    def test_loopback_is_there_for_exercises_that_ask_for_it(self):
        self.needs("seccomp")
        self.assertFalse(self.check(self.LOOPBACK).report["passed"])
        self.write(self.exercise, EXERCISE.replace("minutes", 'network = "loopback"\nminutes'), "exercise.toml")
        run = self.check(self.LOOPBACK)
        self.assertTrue(run.report["passed"], run.report)
        self.assertIn("served\n", run.report["output"])
        if "network" in self.protections:
            self.assertEqual(run.report["output"], "served\nNetwork is unreachable\n")

    def test_other_peoples_files_are_out_of_reach(self):
        self.needs("landlock")
        self.assertEqual(self.message_of(f"open({self.outside!r}).read()"), "PermissionError")
        self.assertEqual(self.message_of(f"open({self.outside + '2'!r}, 'w')"), "PermissionError")
        self.assertEqual(self.message_of(f"os.remove({self.outside!r})"), "PermissionError")
        self.assertTrue(os.path.exists(self.outside))

    def test_checks_and_solution_are_out_of_reach(self):
        self.needs("landlock")
        for names in (("checks.py",), ("exercise.toml",), ("solution", "program.py"), ("wrong", "none.py")):
            path = os.path.join(self.exercise, *names)
            self.assertEqual(self.message_of(f"open({path!r}).read()"), "PermissionError", path)
        self.assertEqual(self.message_of(f"os.listdir({self.exercise!r})"), "PermissionError")
        path = os.path.join(self.exercise, "checks.py")
        done = self.message_of(f"subprocess.run(['cat', {path!r}], capture_output=True).stdout", "subprocess")
        self.assertEqual(done, "b''")

    def test_the_process_with_the_checks_is_out_of_reach(self):
        self.needs("landlock")
        for name in ("mem", "environ", "maps", "fd/0"):
            self.assertEqual(self.message_of(f"open(f'/proc/{{os.getppid()}}/{name}', 'rb').read(1)"), "PermissionError")

    def test_the_submission_cannot_be_changed_by_the_program(self):
        self.needs("landlock")
        path = os.path.join(self.submission, "program.py")
        self.assertEqual(self.message_of(f"open({path!r}, 'w').write('')"), "PermissionError")
        answers = os.path.join(self.submission, "answers.json")
        self.assertEqual(self.message_of(f"open({answers!r}, 'w').write('')"), "PermissionError")

    def test_forged_results_do_not_pass(self):
        forgeries = (
            "import skillet_check.outcome as o\no.Report.passed = property(lambda self: True)\n",
            "import os\nos._exit(0)\n",
            "import sys\nsys.exit(0)\n",
            "print('{\"passed\": true}')\n",
            "import os\nfor d in range(3, 1100):\n    try: os.write(d, b'\\4\\0\\0\\0true')\n    except OSError: pass\n",
            "import os, signal\nos.kill(os.getppid(), signal.SIGKILL)\n",
            "class Yes:\n    def __eq__(self, other): return True\ndef double(n): return Yes()\n",
        )
        for program in forgeries:
            with self.subTest(program):
                self.assertFalse(self.check(program).report["passed"])

    def test_a_picture_of_an_error_that_is_none_is_left_out(self):
        program = "import skillet_check.player.server as s\ns._Server.do_picture = lambda self, n: ['ff00', 'x']\n1 / 0\n"
        run = self.check(program)
        self.assertFalse(run.report["passed"])
        self.assertIsNone(run.report["traceback"])

    def test_other_kinds_are_judged_by_the_answers(self):
        toml = EXERCISE.partition("[[wrong]]")[0].replace('"write"', '"predict"')
        toml += '[[questions]]\nask = "What?"\nabout = "value n"\nanswer = "3"\nwhy = "One more."\n'
        self.write(self.exercise, toml, "exercise.toml")
        self.write(self.exercise, "n = 2\nn += 1\n", "starter", "program.py")
        for said, passed in (("3", True), ("2", False)):
            self.write(self.submission, f'{{"questions": ["{said}"]}}', "answers.json")
            report = self.check("").report
            outcome = report["outcomes"][0]
            self.assertEqual(report["passed"], passed, report)
            self.assertEqual((outcome["part"], outcome["why"], outcome["expected"]), (1, "One more.", "3"))

    def test_own_temporary_files_work_and_are_removed(self):
        folder = self.message_of("tempfile.mkdtemp()", "tempfile")
        self.assertIn("skillet-scratch-", folder)
        deadline = time.monotonic() + 5
        while glob.glob(folder.rpartition("/")[0]) and time.monotonic() < deadline:
            time.sleep(0.02)
        self.assertEqual(glob.glob(folder.rpartition("/")[0]), [])

    def test_standard_library_and_children_work(self):
        self.assertEqual(self.message_of("decimal.Decimal('1.5')", "decimal"), "1.5")
        self.assertEqual(
            self.message_of("subprocess.run([sys.executable, '-c', 'print(5)'], capture_output=True).stdout", "subprocess, sys"),
            "b'5\\n'",
        )

    @unittest.skipIf(SANITIZED, WHY_NO_LIMIT)
    def test_memory_is_limited(self):
        self.assertEqual(self.message_of("len(bytearray(3 << 30))"), "MemoryError")

    def test_file_size_is_limited(self):
        self.assertEqual(self.message_of("open('big', 'wb').truncate(1 << 30)"), "OSError")


if __name__ == "__main__":
    unittest.main()
