# SPDX-License-Identifier: GPL-3.0-or-later
"""Exceptions that belong together as a tree, and captures under adverse conditions."""

import unittest

from harness import *

NONE, CAUSE, CONTEXT = 0, 1, 2


class WithWorker(unittest.TestCase):
    def setUp(self):
        self.worker = Worker()
        self.addCleanup(self.worker.__exit__)

    def exceptions(self, source):
        run = self.worker.run(source, PASTED)
        self.assertEqual(run.end, FAILED, run.text())
        return run.exception["exceptions"]

    def tree(self, source):
        return [(each["type"], each["memberOf"], each["link"]) for each in self.exceptions(source)]


class Groups(WithWorker):
    def test_members_stand_behind_their_group(self):
        tree = self.tree("raise ExceptionGroup('all', [ValueError(1), ExceptionGroup('in', [KeyError(2)]), OSError(3)])")
        self.assertEqual(
            tree,
            [("ExceptionGroup", -1, NONE), ("ValueError", 0, NONE), ("ExceptionGroup", 0, NONE), ("KeyError", 2, NONE),
             ("OSError", 0, NONE)],
        )

    def test_members_have_chains_and_so_has_the_group(self):
        tree = self.tree(
            "def part():\n    try:\n        try: 1/0\n        except ZeroDivisionError as e: raise ValueError from e\n"
            "    except ValueError as e: return e\n"
            "try:\n    {}['k']\nexcept KeyError:\n    raise ExceptionGroup('all', [part(), OSError()])"
        )
        # The member was made while the KeyError was handled, which is therefore known before the group's context.
        self.assertEqual(
            tree,
            [("ExceptionGroup", -1, NONE), ("ValueError", 0, NONE), ("ZeroDivisionError", 0, CAUSE),
             ("KeyError", 0, CONTEXT), ("OSError", 0, NONE)],
        )

    def test_members_have_frames_and_words(self):
        group, member = self.exceptions(
            "def part(n):\n    try: 1 / n\n    except ZeroDivisionError as e:\n        e.add_note('a note')\n"
            "        return e\nraise ExceptionGroup('all', [part(0)])"
        )
        self.assertEqual((group["message"], member["message"]), ("all (1 sub-exception)", "division by zero"))
        self.assertEqual(member["notes"], ["a note"])
        self.assertEqual(member["frames"][0]["function"], "part")
        self.assertEqual(member["frames"][0]["values"][0]["preview"], "0")

    def test_large_and_deep_groups_are_bounded(self):
        self.assertEqual(len(self.tree("raise ExceptionGroup('all', [ValueError(i) for i in range(10000)])")), 31)
        deep = "e = ValueError()\nfor i in range(300):\n    e = ExceptionGroup(str(i), [e])\nraise e"
        self.assertEqual(len(self.tree(deep)), 11)
        wide = "def g(d): return ExceptionGroup('g', [g(d - 1) if d else ValueError() for _ in range(20)])\nraise g(2)"
        self.assertEqual(len(self.tree(wide)), 100)

    def test_cycles_end(self):
        self.assertEqual(len(self.tree("a, b = ValueError(), KeyError()\na.__cause__ = b\nb.__cause__ = a\nraise a")), 2)
        self.assertEqual(
            len(self.tree("e = ValueError()\ng = ExceptionGroup('g', [e, e])\ne.__cause__ = g\nraise g")), 2
        )

    def test_a_class_that_lies_about_its_members_is_not_asked(self):
        source = (
            "calls = []\nclass Lying(ExceptionGroup):\n    @property\n    def exceptions(self):\n"
            "        calls.append(1)\n        raise RuntimeError\nraise Lying('all', [ValueError(), KeyError()])"
        )
        self.assertEqual([kind for kind, *_ in self.tree(source)], ["Lying", "ValueError", "KeyError"])


class Recursion(WithWorker):
    def test_cycles_of_one_to_eight_functions_are_folded(self):
        for count in range(1, 9):
            with self.subTest(functions=count):
                functions = "".join(f"def f{i}(n): return f{(i + 1) % count}(n + 1)\n" for i in range(count))
                info = self.exceptions(functions + "f0(0)")[0]
                self.assertEqual(info["type"], "RecursionError")
                frames = info["frames"]
                # The way in, a first round, a last round and what is left of a round.
                self.assertLessEqual(len(frames), 1 + 3 * count)
                self.assertEqual(len({frame["repeated"] for frame in frames[1 : count + 1]}), 1)
                self.assertGreater(frames[1]["repeated"] * count, 800)


class Adversity(WithWorker):
    def test_deleted_builtins_leave_the_frames_and_their_lines(self):
        source = (
            "import builtins\ndef f(x):\n    for name in 'len isinstance type getattr str list min max any'.split():\n"
            "        delattr(builtins, name)\n    1 / x\nf(0)"
        )
        frames = self.exceptions(source)[0]["frames"]
        self.assertEqual([frame["sourceLine"].strip() for frame in frames], ["f(0)", "1 / x"])

    def test_frames_are_there_when_their_sources_cannot_be_read(self):
        run = self.worker.run(
            "import linecache\ndef broken(*a): raise RuntimeError\nlinecache.checkcache = broken\n"
            "exec(compile('1/0', '/nowhere/x.py', 'exec'))", PASTED
        )
        frames = run.exception["exceptions"][0]["frames"]
        self.assertEqual([frame["file"] for frame in frames], ["<python-input-0>", "/nowhere/x.py"])
        self.assertEqual(run.exception["problem"], "RuntimeError")
        self.assertTrue(run.exception["plainText"].endswith("ZeroDivisionError: division by zero\n"))

    def test_the_learners_trace_function_sees_nothing_of_it(self):
        source = (
            "import sys\nseen = []\ndef trace(frame, event, arg):\n    seen.append(frame.f_code.co_filename)\n"
            "    raise SystemError\ndef f():\n    sys.settrace(trace)\n    1 / 0\nf()"
        )
        info = self.exceptions(source)[0]
        self.assertEqual([frame["function"] for frame in info["frames"]], ["<module>", "f"])

    def test_secrets_are_masked(self):
        frame = self.exceptions("password = 'hunter2'\ntokens = 5\nprint(password + tokens)")[0]["frames"][0]
        values = {value["name"]: value["preview"] for value in frame["values"]}
        self.assertEqual(values, {"password": "\u2022" * 4, "tokens": "5"})


if __name__ == "__main__":
    unittest.main()
