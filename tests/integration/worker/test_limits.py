# SPDX-License-Identifier: GPL-3.0-or-later
import unittest

from harness import *


class Memory(unittest.TestCase):
    def setUp(self):
        if SANITIZED:
            self.skipTest(WHY_NO_LIMIT)
        self.worker = Worker("prompt", "--memory-limit", str(400 << 20))
        self.addCleanup(self.worker.__exit__)

    def assert_memory_error(self, source):
        run = self.worker.run(source, PASTED)
        self.assertEqual(run.exception["exceptions"][0]["type"], "MemoryError")
        self.assertEqual(self.worker.run("1+1").out, "2\n")

    def test_a_large_object_is_refused_and_the_worker_lives_on(self):
        self.assert_memory_error("x = bytearray(1 << 30)")

    def test_growth_ends_at_the_limit(self):
        self.assert_memory_error("def grow():\n    all = []\n    while True:\n        all.append(bytes(1 << 20))\n\ngrow()\n")

    def test_what_fits_works(self):
        self.assertEqual(self.worker.run("len(bytearray(100 << 20))").out, f"{100 << 20}\n")

    def test_threads_fit_with_their_stacks(self):
        source = "import threading, time\nts = [threading.Thread(target=time.sleep, args=(0.2,)) for _ in range(20)]\n" \
                 "for t in ts: t.start()\n\nfor t in ts: t.join()\n\nprint('all')\n"
        self.assertEqual(self.worker.run(source, PASTED).out, "all\n")


class Forks(unittest.TestCase):
    def test_a_fork_bomb_ends_with_its_group(self):
        with Worker("prompt", "--process-limit", "60") as worker:
            worker.start("import os\nwhile True:\n    _ = os.fork()\n", PASTED)
            out, err, status = worker.last_words()
            self.assertEqual(status, -signal.SIGKILL)
            self.assertEqual(err.count(b"started new processes without end"), 1)

    def test_as_many_as_programs_need_are_left_alone(self):
        with Worker("prompt", "--process-limit", "60") as worker:
            source = "import os\nfor _ in range(30):\n    if os.fork() == 0:\n        os._exit(0)\n    _ = os.wait()\n\nprint('done')\n"
            self.assertEqual(worker.run(source, PASTED).out, "done\n")


class Arguments(unittest.TestCase):
    def test_a_limit_that_is_no_number_is_told(self):
        for value in ("", "x", "-1", "0", "1G"):
            result = subprocess.run([WORKER, "--memory-limit", value], capture_output=True, text=True)
            self.assertEqual(result.returncode, 2)
            self.assertIn("is not understood", result.stderr)


if __name__ == "__main__":
    unittest.main()
