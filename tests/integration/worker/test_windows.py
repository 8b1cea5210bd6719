# SPDX-License-Identifier: GPL-3.0-or-later
"""Windows of tkinter, turtle and matplotlib live while the prompt waits, and Stop works in them."""

import shutil
import time
import unittest

from harness import *

PYTHON = os.environ.get("SKILLET_PYTHON", "/usr/bin/python3")


def has(*modules):
    return subprocess.run([PYTHON, "-c", "import " + ", ".join(modules)], capture_output=True).returncode == 0


def setUpModule():
    """A display in memory where there is no other."""
    if not has("tkinter"):
        raise unittest.SkipTest("tkinter is not installed (Debian: python3-tk)")
    if os.environ.get("DISPLAY"):
        return
    if not shutil.which("Xvfb"):
        raise unittest.SkipTest("there is no display, and Xvfb is not installed")
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    display = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with open(reading) as answer:
        number = answer.readline().strip()
    unittest.addModuleCleanup(display.wait)
    unittest.addModuleCleanup(display.kill)
    if not number:
        raise AssertionError("Xvfb did not start")
    os.environ["DISPLAY"] = ":" + number
    unittest.addModuleCleanup(os.environ.pop, "DISPLAY")


class Windows(unittest.TestCase):
    def setUp(self):
        self.worker = Worker()
        self.addCleanup(self.worker.__exit__)

    def out(self, source, kind=INTERACTIVE):
        run = self.worker.run(source, kind)
        self.assertIsNone(run.exception, run.text())
        return run.out

    def assert_ticks(self, window):
        """Its timers and its drawing go on while nothing is typed."""
        self.out(f"ticks = []\ndef tick():\n    ticks.append(1)\n    {window}.after(10, tick)\n\ntick()\n", PASTED)
        end = time.monotonic() + LIMIT
        while int(self.out("len(ticks)")) < 5 and time.monotonic() < end:
            time.sleep(0.05)
        self.assertGreaterEqual(int(self.out("len(ticks)")), 5)
        self.assertEqual(self.out(f"int({window}.winfo_ismapped())"), "1\n")

    def assert_stops(self, source, shown):
        """Stop ends that input, and the prompt goes on."""
        run = self.worker.start(source)
        self.worker.wait_for_output(run, shown)
        time.sleep(0.1)
        self.worker.interrupt()
        self.assertEqual(self.worker.finish(run).end, INTERRUPTED)
        self.assertEqual(self.out("6 * 7"), "42\n")

    def test_of_tkinter_live(self):
        self.out("import tkinter; root = tkinter.Tk()")
        self.assert_ticks("root")
        self.out("root.destroy()")
        self.assertEqual(self.out("6 * 7"), "42\n")

    def test_one_lives_after_the_first_is_closed(self):
        self.out("import tkinter; first = tkinter.Tk(); second = tkinter.Tk(); first.destroy()")
        self.assert_ticks("second")

    def test_one_lives_without_a_default_root(self):
        self.out("import tkinter; tkinter.NoDefaultRoot(); root = tkinter.Tk()")
        self.assert_ticks("root")

    def test_of_turtle_live(self):
        self.out("import turtle; turtle.forward(10)")
        self.assert_ticks("turtle.getcanvas()")

    def test_of_matplotlib_live(self):
        if not has("matplotlib.backends.backend_tkagg"):
            self.skipTest("matplotlib is not installed")
        self.out("import matplotlib; matplotlib.use('TkAgg')\nimport matplotlib.pyplot as plt\nplt.ion()\nlines = plt.plot([1, 2])\n", PASTED)
        self.assert_ticks("plt.gcf().canvas.manager.window")

    def test_stop_ends_a_turtle_on_its_way(self):
        self.out("import turtle; turtle.forward(1)")
        self.assert_stops("print('on', flush=True)\nwhile True: turtle.forward(1); turtle.right(1)\n", "on")
        self.assert_ticks("turtle.getcanvas()")

    def test_stop_ends_a_mainloop_in_which_nothing_happens(self):
        self.assert_stops("import tkinter; root = tkinter.Tk(); root.update(); print('on', flush=True); root.mainloop()", "on")
        self.assert_ticks("root")

    def test_stop_ends_an_endless_callback(self):
        self.out("import tkinter; root = tkinter.Tk()")
        self.out("def hang():\n    print('hanging', flush=True)\n    while True: pass\n")
        self.out("root.after(10, hang) and None")
        kind, _, payload = self.worker.frame()
        self.assertEqual((kind, payload), (STDOUT, b"hanging\n"))
        run = self.worker.start("1+1")
        self.worker.interrupt()
        self.assertEqual(self.worker.finish(run).out, "2\n")

    def test_without_a_display_the_error_is_pythons_own(self):
        self.out("import os, tkinter; del os.environ['DISPLAY']")
        run = self.worker.run("tkinter.Tk()")
        self.assertEqual(run.exception["exceptions"][0]["type"], "_tkinter.TclError")
        self.assertIn("$DISPLAY", run.exception["exceptions"][0]["message"])
        self.assertEqual(self.out("6 * 7"), "42\n")


if __name__ == "__main__":
    unittest.main()
