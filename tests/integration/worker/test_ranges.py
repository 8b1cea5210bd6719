# SPDX-License-Identifier: GPL-3.0-or-later
"""Which part of the line failed, and in which function, wherever code can stand."""

import unittest

from harness import *


class Ranges(unittest.TestCase):
    def setUp(self):
        self.worker = Worker()
        self.addCleanup(self.worker.__exit__)

    def places(self, source):
        """(function, marked text) of each frame; of one over several lines its first and last line instead."""
        run = self.worker.run(source, PASTED)
        self.assertEqual(run.end, FAILED, run.text())
        return [(frame["function"], self.marked(frame)) for frame in run.exception["exceptions"][0]["frames"]]

    def marked(self, frame):
        place = frame["range"]
        if place["endLine"] != place["line"]:
            return place["line"], place["endLine"]
        return frame["sourceLine"].encode()[place["column"] : place["endColumn"]].decode()

    def test_generators(self):
        places = self.places("def f(xs):\n    return sum(1 / x for x in xs)\nf([1, 0])")
        self.assertEqual(places[1:], [("f", "sum(1 / x for x in xs)"), ("f.<locals>.<genexpr>", "1 / x")])
        places = self.places("def g():\n    yield 1\n    yield [][0]\nlist(g())")
        self.assertEqual(places, [("<module>", "list(g())"), ("g", "[][0]")])

    def test_comprehensions(self):
        for source, part in (("[k['b'] for k in d]", "k['b']"), ("{k.x for k in d}", "k.x"), ("{1: k() for k in d}", "k()")):
            with self.subTest(source):
                self.assertEqual(self.places("d = [{}]\n" + source)[-1][1], part)

    def test_lambdas(self):
        places = self.places("f = lambda x: 1 + x / 0\nsorted([3], key=f)")
        self.assertEqual(places, [("<module>", "sorted([3], key=f)"), ("<lambda>", "x / 0")])

    def test_decorators(self):
        places = self.places("def deco(f):\n    return f.nothing\n@deco\ndef g():\n    pass")
        self.assertEqual(places, [("<module>", "deco"), ("deco", "f.nothing")])
        places = self.places("@missing(1)\ndef g():\n    pass")
        self.assertEqual(places, [("<module>", "missing")])

    def test_wrapped_functions_and_methods_have_qualified_names(self):
        places = self.places(
            "import functools\ndef deco(f):\n    @functools.wraps(f)\n    def inner(*a):\n        return f(*a)\n"
            "    return inner\nclass A:\n    class B:\n        @deco\n        def m(self, x):\n            return x.y\n"
            "A.B().m(2)"
        )
        self.assertEqual(places[1:], [("deco.<locals>.inner", "f(*a)"), ("A.B.m", "x.y")])

    def test_statements_over_several_lines(self):
        self.assertEqual(self.places("x = [\n  1,\n  2 / 0,\n]"), [("<module>", "2 / 0")])
        self.assertEqual(self.places("def f(**k): raise ValueError\nf(\n  a=1,\n  b=2,\n)")[0], ("<module>", (2, 5)))
        self.assertEqual(self.places("s = ('a'\n     + 'b'\n     + 3)"), [("<module>", (1, 3))])

    def test_heads_of_statements(self):
        self.assertEqual(self.places("for a, b in [(1, 2, 3)]: pass")[0][1], "a, b")
        self.assertEqual(self.places("def f(x):\n    assert x > 1, 'small'\nf(1)")[1][0], "f")

    def test_async_functions(self):
        places = self.places("async def f(n):\n    return 1 / n\nawait f(0)")
        self.assertEqual(places, [("<module>", "await f(0)"), ("f", "1 / n")])


class Chains(unittest.TestCase):
    def setUp(self):
        self.worker = Worker()
        self.addCleanup(self.worker.__exit__)

    def exceptions(self, source):
        return self.worker.run(source, PASTED).exception["exceptions"]

    def test_from_none_hides_the_context(self):
        found = self.exceptions("try: 1/0\nexcept ZeroDivisionError: raise ValueError('v') from None")
        self.assertEqual([each["type"] for each in found], ["ValueError"])

    def test_a_suggestion_of_pythons_own_is_kept(self):
        for source, wanted in (("pritn(1)", "print"), ("[].appendd", "append")):
            with self.subTest(source):
                self.assertIn(f"Did you mean: '{wanted}'?", self.exceptions(source)[0]["message"])

    def test_many_notes_are_bounded(self):
        found = self.exceptions("e = ValueError()\n"
                                "for i in range(1000): e.add_note('n' * 10000)\nraise e")
        self.assertLessEqual(sum(map(len, found[0]["notes"])), 100_000)


if __name__ == "__main__":
    unittest.main()
