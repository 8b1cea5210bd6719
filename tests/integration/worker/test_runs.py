# SPDX-License-Identifier: GPL-3.0-or-later
import os
import signal
import time
import unittest

from harness import *


class WithWorker(unittest.TestCase):
    def setUp(self):
        self.worker = Worker()
        self.addCleanup(self.worker.__exit__)

    def assert_usable(self):
        self.assertEqual(self.worker.run("1+1").out, "2\n")


class Input(WithWorker):
    def prompts(self, number):
        return [(m["prompt"], m["secret"]) for m in self.worker.runs[number].events if m["t"] == "inputRequested"]

    def test_input_asks_and_returns_the_line(self):
        run = self.worker.run("name = input('Name? '); print('Hello', name)", answers=["Zoë 😀"])
        self.assertEqual(run.out, "Hello Zoë 😀\n")
        self.assertEqual(self.prompts(1), [("Name? ", False)])

    def test_output_comes_before_the_question(self):
        worker = self.worker
        seen = []

        def answer(_):
            seen.append(worker.runs[1].out)
            worker.send("inputReply", run=1, line="x", endOfFile=False)

        worker.run("print('no newline', end=''); input(); print('.')", answers=[answer])
        self.assertEqual(seen, ["no newline"])

    def test_end_of_input_raises(self):
        run = self.worker.run("input()", answers=[None])
        self.assertEqual(run.exception["exceptions"][0]["type"], "EOFError")
        self.assertEqual(run.exception["exceptions"][0]["message"], "EOF when reading a line")

    def test_stdin_is_a_file_of_lines(self):
        run = self.worker.run("import sys\nprint([sys.stdin.readline(), sys.stdin.read()])", PASTED, ["a", "b", "c", None])
        self.assertEqual(run.out, "['a\\n', 'b\\nc\\n']\n")
        run = self.worker.run("for line in sys.stdin: print(line.strip())\n", answers=["1", "", None])
        self.assertEqual(run.out, "1\n\n")
        self.assertEqual(self.prompts(1), [("", False)] * 4)

    def test_input_after_a_partial_read_keeps_the_rest(self):
        run = self.worker.run("import sys\nsys.stdin.read(1), input('p> ')", PASTED, ["abc"])
        self.assertEqual(run.out, "p> ('a', 'bc')\n")

    def test_a_very_long_line_arrives_whole(self):
        self.assertEqual(self.worker.run("len(input())", answers=["x" * 100_000]).out, "100000\n")

    def test_replaced_stdin_is_read(self):
        run = self.worker.run("import io, sys\nsys.stdin = io.StringIO('from here\\n')\ninput('? ')", PASTED)
        self.assertEqual(run.out, "? 'from here'\n")

    def test_getpass_asks_in_secret(self):
        run = self.worker.run("import getpass\ngetpass.getpass('Secret: ')", PASTED, ["s3"])
        self.assertEqual(run.text(), "'s3'\n")
        self.assertEqual(self.prompts(1), [("Secret: ", True)])

    def test_an_answer_nobody_waits_for_is_dropped(self):
        self.worker.send("inputReply", run=0, line="stale", endOfFile=False)
        self.assertEqual(self.worker.run("input()", answers=["fresh"]).out, "'fresh'\n")

    def test_debugger_works(self):
        run = self.worker.run("x = 5\nbreakpoint()\nx += 1\n", FILE, ["p x", "continue"], file="/nowhere/d.py")
        self.assertIn("5\n", run.out)
        self.assertEqual(run.end, FINISHED)


class Interrupt(WithWorker):
    def interrupted(self, source, text="on", kind=PASTED):
        run = self.worker.start("print('on', flush=True)\n" + source, kind)
        self.worker.wait_for_output(run, text)
        time.sleep(0.05)
        began = time.monotonic()
        self.worker.interrupt()
        result = self.worker.finish(run)
        self.assertLess(time.monotonic() - began, 1.5)
        return result

    def assert_interrupted(self, source):
        result = self.interrupted(source)
        self.assertEqual(result.end, INTERRUPTED)
        self.assertEqual(result.exception["exceptions"][0]["type"], "KeyboardInterrupt")
        self.assert_usable()

    def test_of_a_loop(self):
        self.assert_interrupted("while True: pass")

    def test_of_sleep(self):
        self.assert_interrupted("import time; time.sleep(100)")

    def test_of_a_child(self):
        self.assert_interrupted("import subprocess; subprocess.run(['sleep', '100'])")

    def test_of_input(self):
        result = self.worker.run("input('? ')", answers=[lambda worker: worker.interrupt()])
        self.assertEqual(result.end, INTERRUPTED)
        self.assertEqual(len(result.exception["exceptions"][0]["frames"]), 1)
        self.assert_usable()
        self.assertEqual(self.worker.run("input()", answers=["next"]).out, "'next'\n")

    def test_of_stdin_readline(self):
        result = self.worker.run("import sys; sys.stdin.readline()", answers=[lambda worker: worker.interrupt()])
        self.assertEqual(result.end, INTERRUPTED)

    def test_of_a_program_that_ignores_it_works_again_in_the_next_run(self):
        self.worker.run("import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)")
        self.assert_interrupted("while True: pass")

    def test_of_an_own_handler_is_the_programs_affair(self):
        source = "import signal, time\ngot = []\nsignal.signal(signal.SIGINT, lambda *a: got.append(1))\n"
        result = self.interrupted(source + "while not got: time.sleep(.01)\nprint('handled')")
        self.assertEqual((result.end, result.out), (FINISHED, "on\nhandled\n"))

    def test_of_nothing_does_no_harm(self):
        for _ in range(20):
            self.worker.interrupt()
            self.assert_usable()
        self.worker.run("pass")
        self.worker.interrupt()
        time.sleep(0.02)
        self.assertEqual(self.worker.run("import time; time.sleep(.05); 'whole'").out, "'whole'\n")

    def test_of_a_flood_without_credit(self):
        self.worker.sends_credit = False
        run = self.worker.start("while True: print('x' * 1000)", INTERACTIVE)
        amount = 0
        try:
            while True:
                amount += len(self.worker.frame(timeout=0.5)[2])
        except TimeoutError:
            pass
        self.assertEqual(amount, INITIAL_CREDIT)
        self.worker.interrupt()
        self.assertEqual(self.worker.finish(run).end, INTERRUPTED)
        self.worker.send("credit", bytes=1 << 30)
        self.assert_usable()

    def test_of_a_flood_to_both_streams_without_credit(self):
        self.worker.sends_credit = False
        source = "import sys\nwhile True:\n    print('x' * 1000)\n    print('y' * 1000, file=sys.stderr)"
        run = self.worker.start(source, PASTED)
        try:
            while True:
                self.worker.frame(timeout=0.5)
        except TimeoutError:
            pass
        self.worker.interrupt()
        self.assertEqual(self.worker.finish(run).end, INTERRUPTED)


class Output(WithWorker):
    def test_print_descriptor_and_child_keep_their_order(self):
        source = (
            "import os, subprocess, sys\n"
            "for i in range(40):\n"
            "    print('p', i)\n"
            "    os.write(1, b'w %d\\n' % i)\n"
            "    print('e', i, file=sys.stderr)\n"
            "    if i % 10 == 0: subprocess.run(['echo', 'c', str(i)])\n"
            "    os.write(2, b'f %d\\n' % i)\n"
        )
        expected = ""
        for i in range(40):
            expected += f"p {i}\nw {i}\ne {i}\n" + (f"c {i}\n" if i % 10 == 0 else "") + f"f {i}\n"
        run = self.worker.run(source, FILE, file="/nowhere/a.py")
        order = [line for line in run.text().splitlines() if line[0] in "pe"]
        self.assertEqual(order, [line for line in expected.splitlines() if line[0] in "pe"])
        self.assertEqual(run.out, "".join(l + "\n" for l in expected.splitlines() if l[0] in "pwc"))
        self.assertEqual(run.err, "".join(l + "\n" for l in expected.splitlines() if l[0] in "ef"))

    def test_everything_comes_before_the_end(self):
        for _ in range(30):
            run = self.worker.run("import os, sys\nsys.stdout.write('a'); os.write(2, b'b'); os.system('echo c')", PASTED)
            self.assertEqual(sorted(run.text()), sorted("abc\n" + "0\n"))

    def test_fifty_megabytes_arrive_whole(self):
        began = time.monotonic()
        run = self.worker.run("for i in range(50): print('x' * (1024 * 1024 - 1))\n", timeout=60)
        self.assertEqual(len(run.out), 50 * 1024 * 1024)
        self.assertLess(time.monotonic() - began, 30)

    def test_more_than_the_pipe_holds_without_newline(self):
        self.assertEqual(len(self.worker.run("print('x' * 3_000_000, end='')").out), 3_000_000)

    def test_many_small_lines_become_few_frames(self):
        run = self.worker.run("for i in range(20000): print(i)\n")
        self.assertEqual(run.out, "".join(f"{i}\n" for i in range(20000)))
        self.assertLess(len(run.pieces), 2000)

    def test_streams_are_the_usual_ones(self):
        run = self.worker.run(
            "import sys\n"
            "print(sys.stdout.fileno(), sys.stderr.fileno(), sys.stdin.fileno(), sys.stdout.isatty(), sys.stdout.name)\n"
            "print(sys.stdout.errors, sys.stdout.line_buffering, sys.__stdout__ is sys.stdout, sys.stdout.writable())\n"
            "sys.stdout.buffer.write(b'raw \\xff\\n'); sys.stdout.flush()\n"
            "sys.stdout.reconfigure(encoding='latin-1'); print('\\xe9'); sys.stdout.reconfigure(encoding='utf-8')\n",
            PASTED,
        )
        lines = b"".join(data for _, data in run.pieces).split(b"\n")
        self.assertEqual(lines[0], b"1 2 0 False <stdout>")
        self.assertEqual(lines[1], b"backslashreplace True True True")
        self.assertEqual(lines[2:4], [b"raw \xff", b"\xe9"])

    def test_output_of_a_thread_after_the_end_belongs_to_no_run(self):
        source = "import threading, time\nthreading.Thread(target=lambda: (time.sleep(.2), print('late'))).start()"
        self.assertEqual(self.worker.run(source, PASTED).out, "")
        kind, run, payload = self.worker.frame()
        self.assertEqual((kind, run, payload), (STDOUT, 0, b"late\n"))

    def test_exceptions_of_threads_go_to_stderr(self):
        run = self.worker.run("import threading\nt = threading.Thread(target=lambda: 1/0)\nt.start(); t.join()", PASTED)
        self.assertEqual(run.end, FINISHED)
        self.assertIn("ZeroDivisionError", run.err)

    def test_warnings_go_to_stderr(self):
        self.assertIn("DeprecationWarning", self.worker.run("import warnings; warnings.warn('w', DeprecationWarning)").err)


class Death(unittest.TestCase):
    def last(self, source):
        with Worker() as worker:
            worker.start("import os, sys, ctypes, signal\nprint('before')\nos.write(2, b'err')\n" + source, PASTED)
            return worker.last_words()

    def test_os_exit(self):
        self.assertEqual(self.last("os._exit(7)"), (b"before\n", b"err", 7))

    def test_segfault(self):
        out, err, status = self.last("ctypes.string_at(0)")
        self.assertEqual((out, status), (b"before\n", -signal.SIGSEGV))
        self.assertTrue(err.startswith(b"err") and b"Segmentation fault" in err)

    def test_kill(self):
        self.assertEqual(self.last("os.kill(os.getpid(), 9)"), (b"before\n", b"err", -signal.SIGKILL))

    def test_kill_at_any_moment_loses_and_doubles_nothing(self):
        # The kill comes from inside, so that it is known what must be there.
        source = "n = %d\nfor i in range(n):\n    os.write(1, b'%%d\\n' %% i)\nos.kill(os.getpid(), 9)"
        for lines in [*range(1, 40), 1000, 5000, 20_000, 60_000]:
            out, _, status = self.last(source % lines)
            self.assertEqual(status, -signal.SIGKILL)
            self.assertEqual(out, b"before\n" + b"".join(b"%d\n" % i for i in range(lines)), lines)

    def test_kill_from_outside_leaves_no_gap(self):
        for milliseconds in range(0, 20):
            with Worker() as worker:
                source = "import os\nfor i in range(10**9): _ = os.write(1, b'%d\\n' % i)\n"
                worker.wait_for_output(worker.start(source, PASTED), "1\n")
                time.sleep(milliseconds / 1000)
                worker.process.kill()
                out = b"".join(data for _, data in worker.runs[1].pieces) + worker.last_words()[0]
                lines = out.split(b"\n")
                self.assertEqual(lines[:-1], [b"%d" % i for i in range(len(lines) - 1)])

    def test_abort(self):
        self.assertEqual(self.last("os.abort()")[2], -signal.SIGABRT)

    def test_closing_all_descriptors_is_not_hanging(self):
        self.assertIsNotNone(self.last("os.closerange(3, 100000)\nwhile True: pass")[2])


class Exit(WithWorker):
    def exits(self, source, code, **more):
        run = self.worker.run(source, **more)
        self.assertEqual((run.end, run.exit_code), (EXITED, code))
        self.assertIsNone(run.exception)
        self.assert_usable()
        return run

    def test_codes(self):
        self.exits("import sys; sys.exit()", 0)
        self.exits("import sys; sys.exit(3)", 3)
        self.exits("raise SystemExit(-1)", -1)
        self.exits("import sys; sys.exit(10**30)", -1)
        self.exits("import sys; sys.exit(None)", 0)
        self.assertEqual(self.exits("import sys; sys.exit('words')", 1).err, "words\n")

    def test_names_go(self):
        self.worker.run("class Guest:\n    def __del__(self): print('leaves')\n")
        self.worker.run("guest = Guest()")
        self.assertEqual(self.exits("exit()", 0).out, "leaves\n")

    def test_exit_and_quit_leave_input_usable(self):
        for source in ("exit()", "quit()"):
            self.exits(source, 0)
        self.assertEqual(self.worker.run("input()", answers=["x"]).out, "'x'\n")

    def test_of_a_program(self):
        self.assertEqual(self.exits("print('a'); exit(4); print('b')", 4, kind=FILE, file="/nowhere/a.py").out, "a\n")


class Fork(WithWorker):
    def test_a_child_ends_with_the_learners_code(self):
        run = self.worker.run("import os\nif os.fork() == 0:\n    print('child')\nelse:\n    print('parent', os.wait()[1])\n", FILE,
                              file="/nowhere/a.py")
        self.assertEqual(sorted(run.out.split()), ["0", "child", "parent"])
        self.assert_usable()

    def test_a_childs_exception_is_written_and_ends_it(self):
        run = self.worker.run("import os\nif os.fork() == 0:\n    1/0\nos.wait()[1] // 256\n", PASTED)
        self.assertEqual(run.out, "1\n")
        self.assertIn("ZeroDivisionError", run.err)
        self.assert_usable()

    def test_a_child_meets_the_end_of_input_and_does_not_hang(self):
        run = self.worker.run("import os\nif os.fork() == 0:\n    input()\nos.wait()[1] // 256\n", PASTED, [None])
        self.assertIn("EOFError", run.err)
        self.assertEqual(run.out, "1\n")

    def test_multiprocessing_in_a_saved_program(self):
        import tempfile

        source = "import multiprocessing\ndef double(x):\n    return 2 * x\n" \
                 "if __name__ == '__main__':\n    with multiprocessing.Pool(2) as pool:\n        print(pool.map(double, [1, 2]))\n"
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "m.py")
            with open(path, "w") as file:
                file.write(source)
            self.assertEqual(self.worker.run(source, FILE, file=path).out, "[2, 4]\n")


class Hostile(WithWorker):
    def test_closed_descriptors_come_back(self):
        run = self.worker.run("import os; os.close(1); os.close(2)")
        self.assertEqual(run.end, FINISHED)
        self.assert_usable()

    def test_descriptors_led_elsewhere_come_back(self):
        self.worker.run("import os; n = os.open('/dev/null', os.O_WRONLY); os.dup2(n, 1)")
        self.assert_usable()

    def test_broken_streams_end_their_run(self):
        for source in ("sys.stdout = None", "sys.stdout.close()", "sys.stderr.close()", "sys.stdin.close()",
                       "sys.stdout = sys.stderr = 3", "del sys.stdout", "sys.stdout.buffer.raw.close()",
                       "sys.stdout.detach()"):
            with self.subTest(source), Worker() as worker:
                run = worker.run("import sys\n" + source, PASTED)
                self.assertIn(run.end, (FINISHED, FAILED))
                self.assertEqual(worker.run("1/0").end, FAILED)
                self.assertEqual(worker.run("print(3)", FILE, file="/nowhere/a.py").out, "3\n")

    def test_broken_builtins_end_their_run(self):
        for source in ("import builtins; builtins.__dict__.clear()",
                       "del __builtins__", "__builtins__ = None",
                       "import sys; sys.modules.clear()", "import sys; sys.setrecursionlimit(60)",
                       "import builtins; builtins.len = builtins.isinstance = builtins.str = None",
                       "import sys; sys.displayhook = sys.excepthook = None", "import sys; sys.path = None",
                       "import traceback; traceback.TracebackException = None",
                       "globals().clear()"):
            with self.subTest(source), Worker() as worker:
                self.assertIn(worker.run(source).end, (FINISHED, FAILED))
                run = worker.run("1/0")
                self.assertEqual(run.end, FAILED)
                self.assertEqual(run.exception["exceptions"][0]["type"], "ZeroDivisionError")
                self.assertIn("ZeroDivisionError", run.exception["plainText"])

    def test_a_program_starts_with_whole_builtins(self):
        self.worker.run("import builtins; builtins.print = builtins.len = None; del builtins.range")
        run = self.worker.run("print(len(range(3)))", FILE, file="/nowhere/a.py")
        self.assertEqual(run.out, "3\n")

    @unittest.skipIf(SANITIZED, WHY_NO_LIMIT)
    def test_memory_error_leaves_it_usable(self):
        run = self.worker.run("import resource; resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30)); [0] * 10**9")
        self.assertEqual(run.exception["exceptions"][0]["type"], "MemoryError")
        self.assert_usable()

    def test_exception_that_cannot_be_made(self):
        run = self.worker.run("class E(Exception):\n    def __init__(self): 1/0\nraise E", PASTED)
        self.assertEqual(run.exception["exceptions"][0]["type"], "ZeroDivisionError")

    def test_a_profile_or_trace_function_left_behind(self):
        self.worker.run("import sys; sys.settrace(lambda *a: 1/0); sys.setprofile(None)")
        self.worker.run("pass")
        self.assertEqual(self.worker.run("2").out, "2\n")


if __name__ == "__main__":
    unittest.main()
