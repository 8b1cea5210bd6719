# SPDX-License-Identifier: GPL-3.0-or-later
"""Signals that arrive while text is written."""

import unittest

from harness import *

PROGRAM = r"""
import signal, sys

class Rung(Exception):
    pass

def ring(*_):
    raise Rung

signal.signal(signal.SIGALRM, ring)
number = rung = 0
while rung < 300:
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.0005)
        while True:
            number += 1
            sys.stdout.write(f"{number}\n")
    except Rung:
        rung += 1
"""


class Interrupts(unittest.TestCase):
    def test_nothing_is_written_twice(self):
        with Worker() as worker:
            run = worker.run(PROGRAM, FILE, file="/nowhere/a.py", timeout=60)
        self.assertIsNone(run.exception)
        numbers = [int(line) for line in run.out.splitlines()]
        twice = [second for first, second in zip(numbers, numbers[1:]) if second <= first]
        self.assertEqual(twice, [])
        self.assertGreater(len(numbers), 100)

    def test_a_closed_stream_refuses_text(self):
        with Worker() as worker:
            run = worker.run("import sys\nraw = sys.stdout.buffer.raw; raw.close(); raw.write(b'x')", PASTED)
        self.assertEqual(run.exception["exceptions"][0]["message"], "I/O operation on closed file.")


if __name__ == "__main__":
    unittest.main()
