# SPDX-License-Identifier: GPL-3.0-or-later
"""`skillet check`: what it prints, its JSON, and the status it ends with."""

import json
import os
import signal
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

from samples import FIX, PREDICT, REVIEW, SAMPLES, TEST, write

SKILLET = os.environ["SKILLET"]
PATIENCE = 120  # seconds, for what takes half a second


class CheckTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="skillet check é ")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name).resolve()
        self.exercise = self.folder / "exercise"
        self.submission = self.folder / "submission"
        self.submission.mkdir()

    def run_check(self, *arguments):
        done = subprocess.run(
            [SKILLET, "check", *map(str, arguments)], capture_output=True, text=True, timeout=PATIENCE, cwd=self.folder
        )
        return done.returncode, done.stdout, done.stderr

    def judge(self, sample, files, answers=None):
        write(self.exercise, sample)
        write(self.submission, {**files, "answers.json": json.dumps(answers or {})})
        status, out, _ = self.run_check("--json", "exercise", self.submission)
        return status, json.loads(out)


class Answers(CheckTest):
    def test_a_right_answer_is_0(self):
        status, result = self.judge(FIX, {"program.py": FIX["solution/program.py"]}, {"cause": "a text"})
        self.assertEqual((status, result["passed"], result["end"], result["version"]), (0, True, "graded", 1))
        self.assertEqual([o["id"] for o in result["outcomes"]], ["cause", "test_sum", "test_other"])
        self.assertEqual([o["part"] for o in result["outcomes"]], ["cause", "check", "check"])
        self.assertEqual(result["outcomes"][0]["why"], "The quotes.")
        self.assertIsNone(result["outcomes"][1]["message"])
        self.assertIsNone(result["error"])

    def test_a_wrong_answer_is_1_with_its_feedback(self):
        status, result = self.judge(FIX, {"program.py": "a = 1\nprint(4)\n"}, {"cause": "a text"})
        self.assertEqual((status, result["passed"], result["feedback"]), (1, False, "Four."))
        self.assertEqual((result["outcomes"][1]["expected"], result["outcomes"][1]["actual"]), ("3", "4"))

    def test_an_answer_that_does_the_same_as_a_known_one_gets_its_feedback_too(self):
        status, result = self.judge(FIX, {"program.py": "a = 1\nb = 4\nprint(b)\n"}, {"cause": "a text"})
        self.assertEqual((status, result["feedback"]), (1, "Four."))
        weak = "import stock\n\n\ndef test_x():\n    assert stock.total([4, 5]) > 8\n"
        status, result = self.judge(TEST, {"test_stock.py": weak})
        self.assertEqual((status, result["feedback"]), (1, "The empty list is not tried."))

    def test_an_error_is_told_with_its_traceback(self):
        status, result = self.judge(FIX, {"program.py": "print(nmae)\n"}, {"cause": "a text"})
        self.assertEqual((status, result["error"]["type"]), (1, "NameError"))
        self.assertIn("program.py", result["error"]["traceback"])
        self.assertEqual(result["outcomes"][1]["line"], 1)
        _, out, _ = self.run_check(self.exercise, self.submission)
        self.assertIn("STOP It adds", out)
        self.assertIn("NameError: name 'nmae' is not defined", out)
        self.assertTrue(out.endswith("not passed\n"))

    def test_each_kind_is_judged(self):
        cases = (
            (PREDICT, {}, {"questions": ["Ada\n6", "no", "3", "'Ada'"]}),
            (TEST, {"test_stock.py": TEST["solution/test_stock.py"]}, None),
            (REVIEW, {n: REVIEW["solution/" + n] for n in ("program.py", "test_program.py")}, {"line": 4}),
        )
        for sample, files, answers in cases:
            status, result = self.judge(sample, files, answers)
            self.assertEqual((status, result["passed"]), (0, True), result)

    def test_an_endless_program_is_stopped(self):
        status, result = self.judge(FIX, {"program.py": "while True: pass\n"})
        self.assertEqual((status, result["passed"], result["end"]), (1, False, "timedOut"))
        self.assertIn("never ends", result["message"])

    def test_ctrl_c_ends_it(self):
        write(self.exercise, FIX)
        write(self.submission, {"program.py": "while True: pass\n"})
        with subprocess.Popen([SKILLET, "check", self.exercise, self.submission], stdout=subprocess.PIPE) as process:
            time.sleep(1.5)
            process.send_signal(signal.SIGINT)
            self.assertEqual(process.wait(PATIENCE), 130)


class Proofs(CheckTest):
    def test_each_kind_is_proven(self):
        for kind, sample in SAMPLES.items():
            with self.subTest(kind):
                exercise = self.folder / kind
                write(exercise, sample)
                self.assertEqual(self.run_check(exercise), (0, f"{exercise}: proven\n", ""))

    def test_problems_are_told_with_file_and_line(self):
        write(self.exercise, {**FIX, "wrong/four.py": FIX["solution/program.py"]})
        status, out, _ = self.run_check("exercise")
        self.assertEqual(status, 1)
        self.assertIn(f"{self.exercise}/exercise.toml:25: wrong/four.py passes the checks\n", out)
        status, out, _ = self.run_check("--json", "exercise")
        problem = json.loads(out)["outcomes"][0]
        self.assertEqual((problem["line"], problem["call"]), (25, f"{self.exercise}/exercise.toml"))

    def test_an_exercise_that_wants_out_is_held(self):
        outside = self.folder / "outside.txt"
        checks = f"open({str(outside)!r}, 'w')\n" + FIX["checks.py"]
        write(self.exercise, {**FIX, "checks.py": checks})
        status, out, _ = self.run_check("exercise")
        self.assertEqual(status, 1)
        self.assertIn("PermissionError", out)
        self.assertFalse(outside.exists())


class Misuse(CheckTest):
    def test_each_is_2_with_the_reason(self):
        write(self.exercise, FIX)
        for arguments, words in (
            ((), "name the folder of an exercise"),
            (("nowhere",), "There is no exercise in nowhere"),
            (("exercise", "nowhere"), "There is no folder nowhere"),
            (("exercise", "submission", "x"), "x is one folder too many"),
            (("--jason", "exercise"), "jason"),
        ):
            status, out, err = self.run_check(*arguments)
            self.assertEqual((status, out), (2, ""), arguments)
            self.assertIn(words, err)

    def test_help_is_0(self):
        status, out, _ = self.run_check("--help")
        self.assertEqual(status, 0)
        self.assertIn("Usage: skillet check", out)


if __name__ == "__main__":
    unittest.main()
