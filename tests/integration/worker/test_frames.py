# SPDX-License-Identifier: GPL-3.0-or-later
"""Prompt input in a frame of an earlier error."""

import os
import tempfile
import unittest

from harness import *

PROGRAM = """\
rate = 2
def total(orders, extra=1):
    amount = 0
    for order in orders:
        amount += order["price"] * rate
    return amount
def caller():
    mine = [{"price": 3}, {"pirce": 4}]
    return total(mine)
caller()
"""


class Frames(unittest.TestCase):
    def setUp(self):
        self.worker = Worker()
        self.addCleanup(self.worker.__exit__)

    def fails(self, source, kind=PASTED, **more):
        """The incident's number."""
        run = self.worker.run(source, kind, **more)
        self.assertEqual(run.end, FAILED, run.text())
        self.last = run.exception
        return self.last["incident"]

    def there(self, incident, frame=-1, exception=0):
        """Where that frame is; -1 is the newest one."""
        count = len(self.last["exceptions"][exception]["frames"])
        return {"incident": incident, "exception": exception, "frame": frame % count if frame < 0 else frame}

    def ask(self, source, place, kind=INTERACTIVE, **more):
        return self.worker.run(source, kind, frame=place, **more)

    def question(self, message, **fields):
        self.worker.send(message, request=5, **fields)
        return self.worker.event()[1]

    def test_variables_and_globals_of_the_frame_are_there(self):
        place = self.there(self.fails(PROGRAM))
        self.assertEqual(self.ask("order, amount, extra, rate", place).out, "({'pirce': 4}, 6, 1, 2)\n")
        self.assertEqual(self.ask("total([{'price': 1}])", place).out, "2\n")

    def test_each_frame_has_its_own(self):
        incident = self.fails(PROGRAM)
        self.assertEqual(self.ask("mine[1]", self.there(incident, 1)).out, "{'pirce': 4}\n")
        error = self.ask("mine", self.there(incident, 2)).exception["exceptions"][0]
        self.assertEqual(error["type"], "NameError")

    def test_comprehensions_lambdas_and_functions_see_the_variables(self):
        place = self.there(self.fails(PROGRAM))
        self.assertEqual(self.ask("[k for k in order if k not in orders[0]]", place).out, "['pirce']\n")
        self.assertEqual(self.ask("(lambda: amount * rate)()", place).out, "12\n")
        self.ask("def again(): return [amount + extra for _ in orders]", place)
        self.assertEqual(self.ask("again()", place).out, "[7, 7]\n")

    def test_assignments_stay_in_the_frame(self):
        place = self.there(self.fails(PROGRAM))
        self.ask("amount = 100; fresh = 5", place)
        self.assertEqual(self.ask("amount + fresh", place).out, "105\n")
        self.assertEqual(self.worker.run("fresh").exception["exceptions"][0]["type"], "NameError")
        self.assertEqual(self.ask("del fresh; 'fresh' in globals()", place, PASTED).out, "False\n")

    def test_the_programs_own_names_are_not_changed_by_a_functions_frame(self):
        place = self.there(self.fails(PROGRAM))
        self.ask("rate = 50", place)
        self.assertEqual(self.ask("rate", place).out, "50\n")
        self.assertEqual(self.worker.run("rate").out, "2\n")
        self.worker.run("rate = 3")
        self.assertEqual(self.ask("total([{'price': 1}])", place).out, "3\n")

    def test_a_modules_frame_is_the_module(self):
        place = self.there(self.fails(PROGRAM), 0)
        self.ask("rate = 7", place)
        self.assertEqual(self.worker.run("rate").out, "7\n")

    def test_what_is_looked_at_is_as_it_was(self):
        place = self.there(self.fails("data = [1, 2]\ndef f(items):\n    n = len(items)\n    items[n]\nf(data)"))
        self.assertEqual(self.ask("items.append(3); items", place).out, "[1, 2, 3]\n")
        self.assertEqual(self.worker.run("data").out, "[1, 2, 3]\n", "objects are not copied")

    def test_the_last_value_is_kept(self):
        place = self.there(self.fails(PROGRAM))
        self.ask("amount", place)
        self.assertEqual(self.ask("_ + 1", place).out, "7\n")
        self.assertEqual(self.worker.run("_").out, "7\n")

    def test_blocks_imports_and_await_work(self):
        place = self.there(self.fails(PROGRAM))
        self.assertEqual(self.ask("for o in orders:\n    print(len(o), amount)\n", place).out, "1 6\n1 6\n")
        self.assertEqual(self.ask("import math\nmath.floor(amount / 4)", place, PASTED).out, "1\n")
        self.assertEqual(self.ask("import asyncio\nawait asyncio.sleep(0, amount)", place, PASTED).out, "6\n")

    def test_an_error_there_is_told_as_ever_and_can_be_entered_in_turn(self):
        place = self.there(self.fails(PROGRAM))
        self.ask("def inner(x):\n    return x / nothing\nnothing = 0", place, PASTED)
        run = self.ask("inner(amount)", place)
        # Which calls are marked, and so how many lines there are, differs between Pythons.
        lines = [line for line in run.exception["plainText"].splitlines() if set(line) - set(" ~^")]
        self.assertEqual(
            [line for line in lines if not line.startswith("  File ")],
            ["Traceback (most recent call last):", "    inner(amount)", "    return x / nothing",
             "ZeroDivisionError: division by zero"],
        )
        self.last = run.exception
        inner = self.there(run.exception["incident"])
        self.assertEqual(self.ask("x, nothing, amount, rate", inner).out, "(6, 0, 6, 2)\n")
        names = [item["text"] for item in self.question("askCompletions", source="rat", cursor=3, frame=inner)["items"]]
        self.assertEqual(names, ["rate"])

    def test_a_file_that_ran_can_be_asked(self):
        with tempfile.TemporaryDirectory() as folder:
            incident = self.fails(PROGRAM, FILE, file=os.path.join(folder, "orders.py"))
            self.assertEqual(self.ask("order", self.there(incident)).out, "{'pirce': 4}\n")
            self.worker.run("print(1)", FILE, file=os.path.join(folder, "other.py"))
            self.assertEqual(self.ask("order, rate", self.there(incident)).out, "({'pirce': 4}, 2)\n")

    def test_a_cause_can_be_asked(self):
        incident = self.fails(
            "def low(a):\n    a['x']\ndef high(b):\n    try:\n        low({})\n    except KeyError as e:\n"
            "        raise ValueError(b) from e\nhigh(3)"
        )
        self.assertEqual(self.ask("b", self.there(incident)).out, "3\n")
        self.assertEqual(self.ask("a", self.there(incident, exception=1)).out, "{}\n")

    def test_a_recursion_can_be_asked_where_it_is_shown(self):
        incident = self.fails("def f(n):\n    return f(n + 1)\nf(0)")
        self.assertEqual(self.ask("n", self.there(incident, 1)).out, "0\n")
        self.assertGreater(int(self.ask("n", self.there(incident)).out), 500)

    def test_generators_and_class_bodies_can_be_asked(self):
        incident = self.fails("def f(k):\n    return sum(k[x] for x in [1])\nf([0])")
        self.assertEqual(self.ask("x, k, len(k)", self.there(incident)).out, "(1, [0], 1)\n")
        incident = self.fails("class A:\n    size = 4\n    1 / 0\n")
        self.assertEqual(self.ask("size", self.there(incident)).out, "4\n")

    def test_names_completions_help_and_tips_are_of_the_frame(self):
        place = self.there(self.fails(PROGRAM))
        listed = {entry["name"]: entry["preview"] for entry in self.question("askNames", frame=place)["entries"]}
        self.assertEqual(list(listed), ["orders", "extra", "amount", "order"])
        self.assertEqual(listed["order"], "{'pirce': 4}")
        items = self.question("askCompletions", source="am", cursor=2, frame=place)["items"]
        self.assertEqual([item["text"] for item in items], ["amount"])
        items = self.question("askCompletions", source="order['", cursor=7, frame=place)["items"]
        self.assertEqual([item["text"] for item in items], ["pirce"])
        tip = self.question("askCallTip", source="total(", cursor=6, frame=place)
        self.assertEqual(tip["signature"], "total(orders, extra=1)")
        shown = self.question("askHelp", topic="order", frame=place)
        self.assertIn("dict", shown["text"][:200])
        self.assertEqual(self.question("askCompletions", source="am", cursor=2)["items"], [])

    def test_whether_a_frame_is_there_can_be_asked(self):
        place = self.there(self.fails(PROGRAM))
        self.assertEqual(self.question("askFrame", frame=place), {"t": "frameState", "request": 5, "isThere": True})
        for wrong in ({"incident": 1}, {"exception": 9}, {"frame": 9}):
            self.assertFalse(self.question("askFrame", frame=place | wrong)["isThere"])

    def test_input_for_a_frame_that_is_gone_does_not_run(self):
        place = self.there(self.fails(PROGRAM)) | {"incident": 1}
        run = self.worker.start("print('ran')", frame=place)
        self.assertEqual(self.worker.event(), (run, {"t": "frameState", "request": 0, "isThere": False}))
        run = self.worker.finish(run)
        self.assertEqual((run.end, run.text(), run.exception), (FAILED, "", None))
        self.assertEqual(self.question("askNames", frame=place)["entries"], [])
        self.assertEqual(self.question("askCompletions", source="am", cursor=2, frame=place)["items"], [])

    def test_a_program_runs_as_ever_whatever_frame_is_named(self):
        place = self.there(self.fails(PROGRAM))
        self.assertEqual(self.ask("print(__name__, 'order' in dir())", place, FILE, file="/x.py").out, "__main__ False\n")

    def test_the_newest_twenty_are_kept_and_older_ones_let_go(self):
        self.worker.run("import weakref\nclass Big: pass\nlast = []\ndef f():\n    big = Big()\n"
                        "    last.append(weakref.ref(big))\n    1/0", PASTED)
        places = [self.there(self.fails("f()")) for _ in range(22)]
        self.worker.run("import gc; gc.collect()", PASTED)
        # The newest is Python's own sys.last_value, too.
        self.assertEqual(self.worker.run("[r() is not None for r in last].count(True)").out, "20\n")
        there = [self.question("askFrame", frame=place)["isThere"] for place in places]
        self.assertEqual(there, [False] * 2 + [True] * 20)
        self.assertEqual(self.ask("type(big).__name__", places[2]).out, "'Big'\n")

    def test_numbers_are_not_those_of_another_worker(self):
        mine = self.fails("1/0")
        with Worker() as other:
            theirs = other.run("1/0").exception["incident"]
        self.assertNotEqual(mine, theirs)
        self.assertGreater(self.fails("1/0"), mine)

    def test_what_filled_the_memory_is_not_kept(self):
        self.assertEqual(self.fails("raise MemoryError"), 0)

    def test_broken_builtins_do_not_matter(self):
        incident = self.fails("import builtins\ndef f(x):\n    for name in 'type getattr dict staticmethod'.split():\n"
                              "        delattr(builtins, name)\n    1/0\nf(8)")
        self.assertEqual(self.ask("x + 1", self.there(incident)).out, "9\n")

    def test_members_of_a_group_can_be_asked(self):
        incident = self.fails(
            "def part(n):\n    try:\n        1 / n\n    except ZeroDivisionError as e:\n        return e\n"
            "raise ExceptionGroup('both', [part(0), ValueError()])"
        )
        self.assertEqual(self.ask("n", self.there(incident, exception=1)).out, "0\n")

    def test_a_namespace_of_the_learners_making_is_not_asked(self):
        incident = self.fails("calls = []\nclass Names(dict):\n    def keys(self):\n        calls.append(1)\n"
                              "        return super().keys()\n    __iter__ = keys\nclass Meta(type):\n"
                              "    def __prepare__(*a): return Names()\nclass A(metaclass=Meta):\n    1/0")
        self.assertTrue(self.question("askFrame", frame=self.there(incident))["isThere"])
        self.assertEqual(self.ask("calls", self.there(incident)).out, "[]\n")


if __name__ == "__main__":
    unittest.main()
