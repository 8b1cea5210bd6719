# SPDX-License-Identifier: GPL-3.0-or-later
"""Await at the prompt, what lives on between two inputs, and what happens at exit()."""

import os
import socket
import tempfile
import time
import unittest

from harness import *


class WithWorker(unittest.TestCase):
    def setUp(self):
        self.worker = Worker()
        self.addCleanup(self.worker.__exit__)

    def out(self, source, kind=INTERACTIVE):
        run = self.worker.run(source, kind)
        self.assertIsNone(run.exception)
        return run.out

    def assert_usable(self):
        self.assertEqual(self.out("1+1"), "2\n")


class Await(WithWorker):
    def test_at_the_prompt_shows_its_value(self):
        self.out("import asyncio")
        self.assertEqual(self.out("await asyncio.sleep(0, 'slept')"), "'slept'\n")
        self.assertEqual(self.out("_"), "'slept'\n")
        self.assertEqual(self.out("x = await asyncio.sleep(0, 3)"), "")
        self.assertEqual(self.out("x"), "3\n")

    def test_in_several_statements_at_once(self):
        source = "import asyncio\nasync def f(n):\n    await asyncio.sleep(0)\n    return n\n\na = await f(1)\nfor i in range(2):\n" \
                 "    a += await f(i)\n\nawait f(a)\n"
        self.assertEqual(self.out(source, PASTED), "2\n")

    def test_in_blocks_and_comprehensions(self):
        self.out("import asyncio")
        self.assertEqual(self.out("[await asyncio.sleep(0, i) for i in range(3)]"), "[0, 1, 2]\n")
        self.assertEqual(self.out("async with asyncio.timeout(5) if hasattr(asyncio, 'timeout') else asyncio.Lock():\n    print('in')\n"), "in\n")

    def test_one_loop_serves_all_inputs(self):
        self.out("import asyncio")
        self.out("async def where(): return asyncio.get_running_loop()\n")
        self.assertEqual(self.out("await where() is await where()"), "True\n")
        self.out("first = await where()")
        self.assertEqual(self.out("await where() is first"), "True\n")

    def test_context_variables_stay(self):
        self.out("import contextvars; v = contextvars.ContextVar('v', default=0)")
        self.out("async def set(): v.set(7)\n")
        self.out("await set()")
        self.out("async def get(): return v.get()\n")
        self.assertEqual(self.out("await get()"), "7\n")

    def test_an_exception_starts_in_the_input(self):
        self.out("import asyncio\nasync def broken():\n    await asyncio.sleep(0)\n    1/0\n", PASTED)
        run = self.worker.run("await broken()")
        exception = run.exception["exceptions"][0]
        self.assertEqual(exception["type"], "ZeroDivisionError")
        self.assertEqual([frame["function"] for frame in exception["frames"]], ["<module>", "broken"])
        self.assertEqual(run.end, FAILED)

    def test_stop_ends_a_wait_and_says_where(self):
        self.out("import asyncio")
        run = self.worker.start("print('on', flush=True); await asyncio.sleep(1000)")
        self.worker.wait_for_output(run, "on")
        time.sleep(0.05)
        self.worker.interrupt()
        result = self.worker.finish(run)
        self.assertEqual(result.end, INTERRUPTED)
        self.assertEqual(len(result.exception["exceptions"]), 1)
        self.assertEqual(result.exception["exceptions"][0]["frames"][0]["function"], "<module>")
        self.assertEqual(self.out("await asyncio.sleep(0, 1)"), "1\n")

    def test_stop_ends_a_loop_that_never_waits(self):
        self.out("async def busy():\n    print('on', flush=True)\n    while True: pass\n")
        run = self.worker.start("await busy()")
        self.worker.wait_for_output(run, "on")
        time.sleep(0.05)
        self.worker.interrupt()
        self.assertEqual(self.worker.finish(run).end, INTERRUPTED)
        self.assert_usable()

    def test_asyncio_run_works_as_ever(self):
        self.assertEqual(self.out("import asyncio; asyncio.run(asyncio.sleep(0, 5))"), "5\n")
        self.assertEqual(self.out("await asyncio.sleep(0, 6)"), "6\n")
        self.assertEqual(self.out("asyncio.run(asyncio.sleep(0, 7))"), "7\n")

    def test_a_task_in_the_background_goes_on_between_inputs(self):
        self.out("import asyncio\nticks = []\nasync def tick():\n    while True:\n        ticks.append(1)\n"
                 "        await asyncio.sleep(0.01)\n", PASTED)
        self.out("async def begin(): return asyncio.create_task(tick())\n")
        self.out("t = await begin()")
        deadline = time.monotonic() + LIMIT
        while int(self.out("len(ticks)")) < 5 and time.monotonic() < deadline:
            time.sleep(0.05)
        self.assertGreaterEqual(int(self.out("len(ticks)")), 5)
        self.assertEqual(self.out("t.cancel()"), "True\n")

    def test_a_task_starts_without_await_and_goes_on_between_inputs(self):
        self.out("import asyncio\nasync def late(n):\n    await asyncio.sleep(0.01)\n    print('late', n)\n    return n\n"
                 "t = asyncio.create_task(late(1))\n", PASTED)
        kind, _, payload = self.worker.frame()
        self.assertEqual((kind, payload), (STDOUT, b"late 1\n"))
        self.assertEqual(self.out("t.result()"), "1\n")
        self.assertEqual(self.out("await asyncio.gather(late(2), t)"), "late 2\n[2, 1]\n")
        self.out("asyncio.get_running_loop().call_later(0.01, print, 'called') and None")
        kind, _, payload = self.worker.frame()
        self.assertEqual((kind, payload), (STDOUT, b"called\n"))

    def test_a_server_answers_between_inputs(self):
        self.out("import asyncio\nasync def answer(reader, writer):\n    writer.write(b'hello')\n    writer.close()\n"
                 "server = await asyncio.start_server(answer, '127.0.0.1')\n", PASTED)
        port = int(self.out("server.sockets[0].getsockname()[1]"))
        with socket.create_connection(("127.0.0.1", port), timeout=LIMIT) as connection:
            self.assertEqual(connection.recv(5, socket.MSG_WAITALL), b"hello")

    def test_asyncio_run_works_while_a_task_waits(self):
        self.out("import asyncio; t = asyncio.create_task(asyncio.sleep(1000))")
        self.assertEqual(self.out("asyncio.run(asyncio.sleep(0, 5))"), "5\n")
        self.assertEqual(self.out("with asyncio.Runner() as r: print(r.run(asyncio.sleep(0, 6)))\n"), "6\n")
        self.assertEqual(self.out("loop = asyncio.new_event_loop(); loop.run_until_complete(asyncio.sleep(0, 7))"), "7\n")
        self.out("loop.close()")
        self.assertEqual(self.out("(t.done(), asyncio.create_task(asyncio.sleep(0)).get_loop() is t.get_loop())"), "(False, True)\n")

    def test_a_closed_loop_is_replaced(self):
        self.out("import asyncio; asyncio.get_running_loop().close()")
        self.out("import asyncio; asyncio.get_running_loop().close()")
        self.out("t = asyncio.create_task(asyncio.sleep(0, 4))")
        self.assertEqual(self.out("await t"), "4\n")

    def test_a_program_finds_no_loop_running(self):
        self.out("import asyncio; t = asyncio.create_task(asyncio.sleep(1000))")
        source = "import asyncio\nprint(asyncio.run(asyncio.sleep(0, 3)))\nasyncio.get_running_loop()\n"
        run = self.worker.run(source, FILE, file="/nowhere/a.py")
        self.assertEqual(run.out, "3\n")
        self.assertEqual(run.exception["exceptions"][0]["message"], "no running event loop")

    def test_a_module_named_asyncio_of_the_learner_is_theirs(self):
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, "asyncio.py"), "w") as file:
                file.write("print('own')\n")
            self.out(f"import os; os.chdir({folder!r})")
            self.assertEqual(self.out("import asyncio"), "own\n")
            self.assertEqual(self.out("asyncio.__file__ == os.path.abspath('asyncio.py')"), "True\n")

    def test_in_a_file_it_is_an_error(self):
        run = self.worker.run("import asyncio\nawait asyncio.sleep(0)\n", FILE, file="/nowhere/a.py")
        self.assertEqual(run.exception["exceptions"][0]["type"], "SyntaxError")

    def test_a_block_is_complete_when_its_blank_line_is_there(self):
        self.assertEqual(self.worker.completeness("async with x:"), INCOMPLETE)
        self.assertEqual(self.worker.completeness("async with x:\n    await y\n"), COMPLETE)
        self.assertEqual(self.worker.completeness("await x"), COMPLETE)


class Exit(WithWorker):
    def test_exit_handlers_run_once_in_reverse_order(self):
        self.out("import atexit")
        self.out("f = atexit.register(print, 'first'); f = atexit.register(print, 'second')")
        run = self.worker.run("exit()")
        self.assertEqual((run.end, run.out), (EXITED, "second\nfirst\n"))
        self.assertEqual(self.worker.run("exit()").out, "")

    def test_threads_are_waited_for_before_the_handlers(self):
        self.out("import atexit, threading, time\nf = atexit.register(print, 'handler')\n", PASTED)
        self.out("threading.Thread(target=lambda: (time.sleep(0.3), print('thread'))).start()")
        self.assertEqual(self.worker.run("raise SystemExit(3)").out, "thread\nhandler\n")

    def test_a_broken_handler_is_told(self):
        self.out("import atexit")
        self.out("f = atexit.register(lambda: 1/0)")
        run = self.worker.run("exit(2)")
        self.assertEqual((run.end, run.exit_code), (EXITED, 2))
        self.assertIn("ZeroDivisionError", run.err)

    def test_a_thread_that_never_ends_can_be_stopped(self):
        self.out("import threading; t = threading.Thread(target=threading.Event().wait); t.start()")
        run = self.worker.start("print('on', flush=True); exit()")
        self.worker.wait_for_output(run, "on")
        time.sleep(0.2)
        self.worker.interrupt()
        self.assertEqual(self.worker.finish(run).end, EXITED)

    def test_of_a_file_leaves_the_prompt_inside_it(self):
        run = self.worker.run("import atexit, sys\nf = atexit.register(print, 'late')\nx = 5\nsys.exit(1)\n", FILE, file="/nowhere/a.py")
        self.assertEqual((run.end, run.exit_code, run.out), (EXITED, 1, ""))
        self.assertEqual(self.out("x"), "5\n")
        self.assertEqual(self.worker.run("exit()").out, "late\n")


if __name__ == "__main__":
    unittest.main()
