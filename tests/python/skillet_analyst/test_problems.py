# SPDX-License-Identifier: GPL-3.0-or-later
"""What is found wrong in a program's text: the words, the place, and that sound programs are left in peace."""

import pathlib
import sys
import time
import unittest
from unittest import mock

from skillet_analyst.problems import flakes, problems

HERE = pathlib.Path(__file__).resolve()
# The source, and for each problem by place: its kind, its code, the line and the text that is marked, a piece of its words.
FOUND = [
    ("if x\n    print(1)\n", [("error", "syntax.missing-colon.if", 1, "", "Line 1 could be: `if x:`")]),
    ("total = 1\nprint(totl)\n", [("error", "undefined-name", 2, "totl", "Did you mean `total`?")]),
    ("print(qqq)\n", [("error", "undefined-name", 1, "qqq", "check how it is spelt")]),
    ("def f():\n    print(a)\n    a = 1\n    return a\n", [("error", "undefined-name", 2, "a", "has no value here")]),
    ("a = 1\ndef f():\n    print(a)\n    a = 2\n    return a\n", [("error", "undefined-local", 3, "a", "only after this line")]),
    ("import os\n", [("warning", "unused-import", 1, "os", "never used")]),
    ("import os.path as p\n", [("warning", "unused-import", 1, "p", "`p` is imported")]),
    ("from math import sqrt, pi\nprint(pi)\n", [("warning", "unused-import", 1, "sqrt", "never used")]),
    ("def f():\n    size = 3\n", [("warning", "unused-variable", 2, "size", "never used")]),
    ("def f():\n    pass\ndef f():\n    pass\n", [("warning", "redefined-while-unused", 3, "f", "line 1")]),
    ("x = 3\nif x is 3:\n    print(x)\n", [("warning", "is-literal", 2, "x is 3:", "write `==`")]),
    ("print(f'abc')\n", [("warning", "fstring-missing-placeholders", 1, "f'abc')", "the `f` does nothing")]),
    ("x = 3\nx == 4\n", [("warning", "comparison-unused", 2, "x == 4", "write one `=`")]),
    ("f = open('a')\nf.close\n", [("warning", "call-forgotten", 2, "f.close", "call it: `close()`")]),
    ("print\n", [("warning", "call-forgotten", 1, "print", "`print()`")]),
    ("a = 1\na + 2\n", [("warning", "result-unused", 2, "a + 2", "Give it a name")]),
    ("list = [1]\nprint(list)\n", [("warning", "builtin-hidden", 1, "list", "Python's own `list`")]),
    ("for sum in [1]:\n    print(sum)\n", [("warning", "builtin-hidden", 1, "sum", "Choose another name")]),
    ("def f(a=[]):\n    return a\n", [("warning", "shared-default", 1, "[]", "Use `None`")]),
    ("try:\n    print(1)\nexcept:\n    pass\n", [("warning", "error-swallowed", 3, "except:", "Ctrl-C")]),
    ("p = 'C:\\data'\nprint(p)\n", [("warning", "invalid-escape", 1, "p = 'C:\\data'", "`\\d` is no escape")]),
    ("print('ä', wörtlich)\n", [("error", "undefined-name", 1, "wörtlich", "`wörtlich`")]),
    ("x = 'ä' 'b\n", [("error", "syntax.quote-unclosed", 1, None, "")]),
    ("print('{} {}'.format(1))\n", [("warning", "string-dot-format-missing-argument", 1, None, "braces for `1`")]),
    ("a\0b", [("error", "syntax.null-bytes", 1, None, "zero bytes")]),
]
SOUND = [
    "", "\n\n", "# only a comment\n", '"""A text."""\nx = 1\nprint(x)\n', "def f(*a, **k):\n    ...\n",
    "from __future__ import annotations\n\n\ndef f(a: int = 3) -> 'int':\n    return a\n",
    "import os\n\nif __name__ == '__main__':\n    print(os.sep)\n", "match 1:\n    case 1:\n        pass\n",
    "print([n for n in range(3) if n])\nx = y = 3\nprint(x, y)\n", "async def f():\n    await f()\n",
]  # fmt: skip


class Problems(unittest.TestCase):
    def test_each_is_found_where_it_is(self):
        for source, wanted in FOUND:
            with self.subTest(source):
                found = problems(source, "")
                self.assertEqual([(one[0], one[1], one[3]) for one in found], [one[:3] for one in wanted])
                for one, (_, _, line, marked, words) in zip(found, wanted):
                    self.assertIn(words, one[2])
                    self.assertEqual(one[2].count("`") % 2, 0)
                    text = source.split("\n")[line - 1].encode()
                    self.assertTrue(0 <= one[5] <= one[6] <= len(text) + 1, one)
                    if marked is not None:
                        self.assertEqual(text[one[5] : one[6]].decode(), marked)

    def test_sound_programs_are_left_in_peace(self):
        for source in SOUND:
            with self.subTest(source):
                self.assertEqual(problems(source, ""), [])

    def test_own_sources_are_sound(self):
        for file in sorted((HERE.parents[3] / "app/worker/python").rglob("*.py")):
            with self.subTest(file.name):
                found = [one for one in problems(file.read_text(encoding="utf-8"), str(file)) if one[0] == "error"]
                self.assertEqual(found, [])

    def test_nothing_of_the_program_runs(self):
        problems("import sys\nsys.was_run = True\nclass A(metaclass=1 / 0): pass\n", "")
        self.assertFalse(hasattr(sys, "was_run"))

    def test_without_pyflakes_the_rest_is_found(self):
        with mock.patch.dict(sys.modules, {"pyflakes": None}):
            self.assertEqual([one[1] for one in problems("import os\nprint\n", "")], ["call-forgotten"])
            self.assertEqual(len(problems("if x\n", "")), 1)

    def test_the_words_are_for_messages_of_pyflakes(self):
        from pyflakes import messages

        later = {"UnusedAnnotation"}  # than the oldest pyflakes that is in use
        self.assertEqual({name for name in flakes._WORDS if not hasattr(messages, name)} - later, set())
        for words in flakes._WORDS.values():
            self.assertTrue(words.endswith((".", "?")), words)

    def test_hostile_texts_end_soon(self):
        for source in ("(" * 5000, "x = " + "-" * 20000 + "1", "[" * 99 + "]" * 99, "a." * 20000 + "b", "\\\n" * 10000,
                       "x" * 400_000, "é" * 1000 + "(", "\t \tx\n \ty\n", "\r\rx\r", "\ufeffx = 1\nprint(x)\n"):
            with self.subTest(source[:20]):
                began = time.process_time()
                for one in problems(source, ""):
                    self.assertGreaterEqual(one[3], 1)
                self.assertLess(time.process_time() - began, 5)

    def test_many_are_bounded(self):
        self.assertEqual(len(problems("print\n" * 1000, "")), 200)


if __name__ == "__main__":
    unittest.main()
