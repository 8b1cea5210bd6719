# SPDX-License-Identifier: GPL-3.0-or-later
import os
import subprocess
import sys
import tempfile
import unittest

from harness import *

NONE, CAUSE, CONTEXT = 0, 1, 2
LEARNER, LIBRARY = 0, 1


class WithWorker(unittest.TestCase):
    def setUp(self):
        self.worker = Worker()
        self.addCleanup(self.worker.__exit__)

    def raised(self, source, kind=PASTED, **more):
        """The traceback of a run that must fail."""
        run = self.worker.run(source, kind, **more)
        self.assertEqual(run.end, FAILED, run.text())
        self.assertEqual(run.err, "", "the exception is not written to stderr as well")
        return run.exception

    def first(self, source, kind=PASTED, **more):
        return self.raised(source, kind, **more)["exceptions"][0]

    def values(self, source, **more):
        """{name: preview} of the last frame, None for unknown ones."""
        frame = self.first(source, **more)["frames"][-1]
        return {value["name"]: value["preview"] if value["known"] else None for value in frame["values"]}


def marked(frame):
    """The part of the source line that the frame's columns mark."""
    return frame["sourceLine"].encode()[frame["range"]["column"] : frame["range"]["endColumn"]].decode()


class Frames(WithWorker):
    def test_frames_are_oldest_first_with_lines_and_ranges(self):
        info = self.first("def f(n):\n    return 10 / n\ndef g():\n    return 1 + f(0)\ng()")
        self.assertEqual(info["type"], "ZeroDivisionError")
        self.assertEqual(info["message"], "division by zero")
        self.assertEqual([frame["function"] for frame in info["frames"]], ["<module>", "g", "f"])
        self.assertEqual([frame["range"]["line"] for frame in info["frames"]], [5, 4, 2])
        self.assertEqual([marked(frame) for frame in info["frames"]], ["g()", "f(0)", "10 / n"])
        self.assertEqual({frame["file"] for frame in info["frames"]}, {"<python-input-0>"})

    def test_columns_are_bytes_beside_wide_characters(self):
        frame = self.first("x = 'éé😀' + 1 / 0")["frames"][0]
        self.assertEqual(marked(frame), "1 / 0")
        frame = self.first("größe = {}\nprint('é😀', größe['ß'])")["frames"][0]
        self.assertEqual(marked(frame), "größe['ß']")

    def test_an_expression_over_several_lines(self):
        frame = self.first("a = 1\nb = (a +\n  'x')")["frames"][0]
        self.assertEqual((frame["range"]["line"], frame["range"]["endLine"]), (2, 3))

    def test_library_frames_are_told_apart(self):
        frames = self.first("import json\njson.loads('{')")["frames"]
        self.assertEqual(frames[0]["origin"], LEARNER)
        self.assertEqual({frame["origin"] for frame in frames[1:]}, {LIBRARY})
        self.assertEqual(frames[-1]["values"], [])

    def test_type_carries_its_module(self):
        self.assertEqual(self.first("import json\njson.loads('{')")["type"], "json.decoder.JSONDecodeError")
        self.assertEqual(self.first("class Mine(Exception): pass\nraise Mine('x')")["type"], "Mine")

    def test_frames_of_the_worker_are_hidden(self):
        exception = self.raised("import sys\nsys.stdout.write(3)")
        self.assertEqual(len(exception["exceptions"][0]["frames"]), 1)
        exception = self.raised("import sys\nsys.stdout.buffer.raw.close()\nsys.stdout.buffer.raw.write(b'x')")
        self.assertEqual(len(exception["exceptions"][0]["frames"]), 1)
        self.assertNotIn("skillet", exception["plainText"])

    def test_source_may_be_unsaved(self):
        path = "/nowhere/unsaved.py"
        frame = self.first("def f():\n    return 1/0\nf()\n", FILE, file=path)["frames"][-1]
        self.assertEqual((frame["file"], frame["sourceLine"]), (path, "    return 1/0"))

    def test_lines_of_an_imported_module(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "part.py")
            with open(path, "w") as file:
                file.write("def f():\n    raise KeyError('k')\n")
            frame = self.first("import part\npart.f()", workingFolder=folder)["frames"][-1]
            self.assertEqual((frame["file"], frame["sourceLine"]), (path, "    raise KeyError('k')"))
            self.assertEqual(frame["origin"], LEARNER)


class Folding(WithWorker):
    def test_recursion(self):
        info = self.first("def f(n):\n    return f(n + 1)\nf(0)")
        self.assertEqual(info["type"], "RecursionError")
        functions = [frame["function"] for frame in info["frames"]]
        self.assertEqual(functions[0], "<module>")
        self.assertLess(len(functions), 8)
        self.assertGreater(sum(frame["repeated"] for frame in info["frames"]), 900)

    def test_recursion_through_two_functions(self):
        info = self.first("def f(n):\n    return g(n)\ndef g(n):\n    return f(n + 1)\nf(0)")
        self.assertLess(len(info["frames"]), 12)
        repeated = [frame["repeated"] for frame in info["frames"] if frame["repeated"]]
        self.assertEqual(len(repeated), 2)
        self.assertEqual(repeated[0], repeated[1])
        self.assertGreater(repeated[0], 400)

    def test_first_and_last_round_keep_their_values(self):
        source = "def f(n):\n    return f(n - 1) if n else 1 / n\nf(30)"
        frames = self.first(source)["frames"]
        self.assertEqual(frames[1]["repeated"], 30 - 1)
        self.assertEqual([value["preview"] for value in frames[1]["values"] if value["name"] == "n"], ["30"])
        self.assertEqual([value["preview"] for value in frames[-1]["values"] if value["name"] == "n"], ["0"])

    def test_short_repetition_is_not_folded(self):
        frames = self.first("def f(n):\n    return f(n - 1) if n else 1 / n\nf(2)")["frames"]
        self.assertEqual([frame["repeated"] for frame in frames], [0, 0, 0, 0])

    def test_a_long_irregular_chain_is_bounded_and_all_counted(self):
        source = (
            "import random\nrandom.seed(1)\ncount = 0\n"
            "def a(n):\n    return step(n)\n"
            "def b(n):\n    return step(n)\n"
            "def step(n):\n    if n == 0: raise ValueError(n)\n    return a(n - 1) if random.random() < .5 else b(n - 1)\n"
            "step(300)"
        )
        frames = self.first(source)["frames"]
        self.assertLessEqual(len(frames), 60)
        self.assertEqual(sum(1 + frame["repeated"] for frame in frames), 1 + 301 + 300)


class Values(WithWorker):
    def test_names_of_the_failing_part_in_order(self):
        self.assertEqual(self.values("a, b, c = 1, 'x', 2\nprint(c, a + b)"), {"a": "1", "b": "'x'"})

    def test_subscript_shows_container_and_index(self):
        self.assertEqual(self.values("prices = [3, 4]\ni = 2\nprices[i]"), {"prices": "[3, 4]", "i": "2"})

    def test_type_and_length(self):
        frame = self.first("orders = {'a': 1, 'b': 2}\norders['c']")["frames"][0]
        value = frame["values"][0]
        self.assertEqual((value["name"], value["type"], value["length"]), ("orders", "dict", 2))

    def test_attributes_and_simple_subscripts_are_followed(self):
        source = "class Box: pass\nbox = Box()\nbox.size = 3\nd = {'k': [1, 2]}\nbox.size + d['k'][1] + 'x'"
        self.assertEqual(
            self.values(source),
            {"box": "<Box size=3>", "box.size": "3", "d": "{'k': [1, 2]}", "d['k']": "[1, 2]", "d['k'][1]": "2"},
        )

    def test_slots_are_read_and_properties_are_not_run(self):
        source = (
            "ran = []\n"
            "class P:\n    __slots__ = ('x',)\n    @property\n    def y(self): ran.append(1); return 1\n"
            "p = P()\np.x = 5\np.x + p.y + ''"
        )
        values = self.values(source)
        self.assertEqual(values["p.x"], "5")
        self.assertNotIn("p.y", values)
        self.assertEqual(self.worker.run("len(ran)").out, "1\n")

    def test_a_name_without_value_is_said_to_have_none(self):
        self.assertEqual(self.values("def f():\n    print(total)\n    total = 1\nf()"), {"total": None})
        self.assertEqual(self.values("undefined_thing + 1"), {"undefined_thing": None})

    def test_called_functions_are_left_out_but_not_what_cannot_be_called(self):
        self.assertEqual(self.values("x = 'a'\nint(x)"), {"x": "'a'"})
        self.assertEqual(self.values("total = 3\ntotal(4)"), {"total": "3"})

    def test_names_of_comprehensions_are_not_called_unknown(self):
        source = "orders = [1]\nsum(order['price'] for order in orders)"
        frames = self.first(source)["frames"]
        self.assertEqual([value["name"] for value in frames[0]["values"]], ["orders"])
        self.assertEqual([value["name"] for value in frames[-1]["values"]], ["order"])

    def test_unpacking_shows_what_was_unpacked(self):
        self.assertEqual(self.values("pair = [1, 2, 3]\na, b = pair"), {"pair": "[1, 2, 3]"})

    def test_hostile_values_run_no_code(self):
        source = (
            "ran = []\n"
            "class Meta(type):\n    def __repr__(cls): ran.append('meta'); return 'M'\n"
            "class Evil(metaclass=Meta):\n"
            "    def __repr__(self): ran.append('repr'); raise SystemExit\n"
            "    __str__ = __len__ = __hash__ = __bool__ = __repr__\n"
            "    def __eq__(self, other): ran.append('eq'); return True\n"
            "    def __hash__(self): return hash('key')\n"
            "    def __getattribute__(self, name): ran.append(name); raise KeyboardInterrupt\n"
            "class EvilList(list):\n    def __iter__(self): ran.append('iter'); return iter(())\n"
            "    __len__ = __repr__ = __getitem__ = __iter__\n"
            "class EvilDict(dict):\n    def __getitem__(self, key): ran.append('getitem')\n    __repr__ = __iter__ = __getitem__\n"
            "class EvilStr(str):\n    def __repr__(self): ran.append('str'); return ''\n    __str__ = __len__ = __repr__\n"
            "class EvilInt(int):\n    def __repr__(self): ran.append('int'); return ''\n    __str__ = bit_length = __repr__\n"
            "e, l, d, s, i = Evil(), EvilList([1, 2]), EvilDict(a=1), EvilStr('text'), EvilInt(7)\n"
            "loop = []; loop.append(loop)\n"
            "keys = {e: 1}\nbig = 10 ** 5000\nlong = 'x' * 10**7\nsurrogate = '\\udc80'\n"
            "del ran[:]\n"
            "list(e, l, d, s, i, loop, keys, keys['key'] if 0 else 1, big, long, surrogate, e.x if 0 else 1)"
        )
        values = self.values(source)
        self.assertEqual(self.worker.run("ran").out, "[]\n")
        self.assertEqual(len(values), 10)

    def test_hostile_values_have_previews(self):
        source = (
            "class Evil:\n    def __repr__(self): raise SystemExit\n"
            "class EvilList(list):\n    def __iter__(self): 1/0\n    __len__ = __repr__ = __iter__\n"
            "class Color(int): pass\n"
            "e, l, c = Evil(), EvilList([1, 2]), Color(7)\n"
            "loop = []; loop.append(loop)\n"
            "big, long, surrogate, many = 10 ** 5000, 'x' * 10**7, '\\udc80', set(range(100))\n"
            "list(e, l, c, loop, big, long, surrogate, many)"
        )
        values = self.values(source)
        self.assertEqual(values["e"], "<Evil object>")
        self.assertEqual(values["l"], "EvilList([1, 2])")
        self.assertEqual(values["c"], "Color(7)")
        self.assertEqual(values["loop"], "[[[[…]]]]")
        self.assertEqual(values["big"], "<an integer of about 5001 digits>")
        self.assertEqual(values["surrogate"], "'\\udc80'")
        self.assertTrue(values["long"].startswith("'xxx") and len(values["long"]) < 200)
        self.assertTrue(values["many"].startswith("{0, 1, 2") and values["many"].endswith("…}"))

    def test_previews_are_bounded(self):
        source = "x = [{'key%d' % i: ['some text'] * 50 for i in range(50)}] * 50\nx + 1"
        self.assertLessEqual(len(self.values(source)["x"]), 200)


class Chains(WithWorker):
    def test_context(self):
        exceptions = self.raised("try:\n    {}['k']\nexcept KeyError:\n    1/0")["exceptions"]
        self.assertEqual([(e["type"], e["link"]) for e in exceptions], [("ZeroDivisionError", NONE), ("KeyError", CONTEXT)])
        self.assertEqual([e["message"] for e in exceptions], ["division by zero", "'k'"])
        self.assertEqual([e["frames"][-1]["range"]["line"] for e in exceptions], [4, 2])

    def test_cause(self):
        exceptions = self.raised("try:\n    {}['k']\nexcept KeyError as e:\n    raise ValueError('v') from e")["exceptions"]
        self.assertEqual([(e["type"], e["link"]) for e in exceptions], [("ValueError", NONE), ("KeyError", CAUSE)])

    def test_from_none_hides(self):
        exceptions = self.raised("try:\n    {}['k']\nexcept KeyError:\n    raise ValueError from None")["exceptions"]
        self.assertEqual([e["type"] for e in exceptions], ["ValueError"])

    def test_a_circle_ends(self):
        exceptions = self.raised("a, b = KeyError('a'), KeyError('b')\na.__cause__, b.__cause__ = b, a\nraise a")["exceptions"]
        self.assertEqual(len(exceptions), 2)

    def test_a_very_long_chain_is_bounded(self):
        source = "e = None\nfor i in range(200):\n    n = ValueError(i)\n    n.__cause__ = e\n    e = n\nraise e"
        self.assertLessEqual(len(self.raised(source)["exceptions"]), 30)

    def test_notes(self):
        info = self.first("e = ValueError('v')\ne.add_note('one')\ne.add_note('two é')\nraise e")
        self.assertEqual(info["notes"], ["one", "two é"])

    def test_exception_group_is_in_the_text(self):
        exception = self.raised("raise ExceptionGroup('several', [ValueError('a'), KeyError('b')])")
        self.assertEqual(exception["exceptions"][0]["type"], "ExceptionGroup")
        self.assertIn("KeyError: 'b'", exception["plainText"])


class SyntaxErrors(WithWorker):
    def check(self, source, part, line=1, **more):
        info = self.first(source, **more)
        self.assertTrue(info["isSyntaxError"])
        self.assertEqual(info["frames"], [])
        place = info["syntaxRange"]
        self.assertEqual(place["line"], line)
        self.assertEqual(info["syntaxLine"], source.split("\n")[line - 1])
        got = info["syntaxLine"].encode()[place["column"] :]
        if place["endColumn"] >= 0:
            got = info["syntaxLine"].encode()[place["column"] : place["endColumn"]]
        self.assertEqual(got.decode(), part)
        return info

    def test_place_in_one_line(self):
        info = self.check("x = (1 2)", "1 2", kind=INTERACTIVE)
        self.assertEqual(info["type"], "SyntaxError")
        self.assertNotIn("python-input", info["message"])

    def test_columns_are_bytes_beside_wide_characters(self):
        self.check("größe = ('é😀' 2)", "'é😀' 2")

    def test_indented_line(self):
        self.check("if 1:\n    y = = 2", "=", line=2)

    def test_error_found_after_parsing_has_its_line(self):
        self.check("x = 1\nreturn x", "return x", line=2)

    def test_indentation(self):
        info = self.first("if 1:\nx = 1")
        self.assertEqual(info["type"], "IndentationError")
        self.assertTrue(info["isSyntaxError"])

    def test_in_a_program(self):
        info = self.first("a = 1\nb = (\n", FILE, file="/nowhere/a.py")
        self.assertEqual((info["syntaxFile"], info["syntaxRange"]["line"]), ("/nowhere/a.py", 2))

    def test_over_several_lines(self):
        info = self.first("f(a, b for b in c,\n  d)")
        self.assertTrue(info["isSyntaxError"])

    def test_a_made_up_syntax_error(self):
        info = self.first("raise SyntaxError('m', ('f', 10**20, -5, b'x', None, 'y'))")
        self.assertEqual(info["syntaxRange"]["column"], -1)


class PlainText(WithWorker):
    """The same text as the prompt of python3 writes, but for the names and the source lines of its inputs."""

    PROGRAMS = {
        "one frame": "def f():\n    return 1 / 0\n\nf()",
        "suggestion": "prnt = 1\nprintt",
        "attribute suggestion": "[].appendd(1)",
        "chain": "try:\n    {}['k']\nexcept KeyError as e:\n    raise ValueError('v') from e",
        "context": "def g():\n    try:\n        int('x')\n    except ValueError:\n        undefined\n\ng()",
        "notes": "e = ValueError('v')\ne.add_note('note')\nraise e",
        "group": "raise ExceptionGroup('g', [ValueError(1), TypeError(2)])",
        "recursion": "def f():\n    return f()\n\nf()",
        "own class": "class Mine(Exception):\n    def __str__(self):\n        return 'mine'\n\nraise Mine",
        "library": "import json\njson.loads('{')",
        "syntax": "x = 1\ny = (1 2)",
        "indentation": "if 1:\nx",
        "late syntax": "def f():\n    yield x\n    return = 1",
        "multi-line": "def f(a,\n      b):\n    return (a +\n            b)\n\nf(1,\n  'x')",
        "str fails": "class Bad(Exception):\n    def __str__(self):\n        raise ValueError\n\nraise Bad",
    }

    def test_of_programs_equals_python3(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "prog.py")
            for name, source in self.PROGRAMS.items():
                with open(path, "w") as file:
                    file.write(source + "\n")
                done = subprocess.run([sys.executable, path], capture_output=True, text=True)
                with self.subTest(name):
                    text = self.raised(source + "\n", FILE, file=path)["plainText"]
                    self.assertEqual(text, done.stderr)

    def test_of_prompt_inputs_equals_python3(self):
        for source in ("1/0", "undefined_name", "prnt", "int('x')", "raise KeyError('a b')", "x = (1 2)"):
            done = subprocess.run([sys.executable, "-i", "-q"], input=source + "\n", capture_output=True, text=True)
            expected = done.stderr.replace(">>> ", "").strip("\n")
            with self.subTest(source):
                text = self.raised(source, INTERACTIVE)["plainText"]
                lines = text.rstrip("\n").replace("<python-input-", "<stdin-").split("\n")
                import re

                kept = [re.sub(r"<stdin-\d+>", "<stdin>", line) for line in lines]
                if "SyntaxError" not in expected:
                    # python3 before 3.13 does not know the lines typed at its prompt, and marks nothing in them.
                    kept = [line for line in kept if not line.startswith("    ")]
                    expected = "\n".join(line for line in expected.split("\n") if not line.startswith("    "))
                self.assertEqual("\n".join(kept), expected)


class HostileTexts(WithWorker):
    def test_str_that_never_ends(self):
        info = self.first("class Slow(Exception):\n    def __str__(self):\n        while True: pass\nraise Slow")
        self.assertEqual(info["type"], "Slow")
        self.assertEqual(self.worker.run("1").out, "1\n")

    def test_str_that_raises(self):
        for thing in ("SystemExit", "KeyboardInterrupt", "ValueError"):
            source = f"class Bad(Exception):\n    def __str__(self):\n        raise {thing}\nraise Bad"
            self.assertEqual(self.first(source)["type"], "Bad")

    def test_surrogates_and_long_messages(self):
        self.assertEqual(self.first("raise ValueError('a\\udc80')")["message"], "a\\udc80")
        self.assertLess(len(self.first("raise ValueError('x' * 10**6)")["message"]), 5000)

    def test_last_exception_is_kept_for_post_mortem(self):
        self.first("1/0")
        self.assertEqual(self.worker.run("import sys; sys.last_type.__name__").out, "'ZeroDivisionError'\n")


class OwnHook(unittest.TestCase):
    def test_what_it_writes_is_the_text_and_the_exception_comes_all_the_same(self):
        with Worker() as worker:
            self.assertFalse(worker.run("1/0").exception["isWritten"])
            worker.run("import sys; sys.excepthook = lambda *a: print('mine')")
            run = worker.run("1/0")
            self.assertEqual((run.out, run.err, run.end), ("mine\n", "", FAILED))
            self.assertEqual(run.exception["exceptions"][0]["type"], "ZeroDivisionError")
            self.assertTrue(run.exception["isWritten"])

    def test_one_that_is_broken_is_as_none(self):
        with Worker() as worker:
            worker.run("import sys; sys.excepthook = lambda: None")
            self.assertFalse(worker.run("1/0").exception["isWritten"])


if __name__ == "__main__":
    unittest.main()
