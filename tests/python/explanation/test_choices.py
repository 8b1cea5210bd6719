# SPDX-License-Identifier: GPL-3.0-or-later
"""What is offered beside the right cause: believable, of the same class of errors, and never true as well."""

import os
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import cases
import json
import programs
import syntaxcapture
import syntaxprograms
from skillet_analyst import explanation
from skillet_analyst.explanation import choices, problem, runtime, syntax, wire

HERE = sys.version_info[:2]
LINES = {line: cause for cause, line in explanation.catalogue().items()}

# What is true of the program as well, though another rule answers.
ALSO_TRUE = [
    ("name = 'a'\nprint(name + 3)\n", ["type-error.number-plus-text", "type-error.text-plus-other",
                                       "type-error.unsupported-operands"]),
    ("print(3 + 'a')\n", ["type-error.text-plus-number", "type-error.unsupported-operands"]),
    ("print([].pop(0))\n", ["index-error.empty", "index-error.out-of-range"]),
    ("a = []\nprint(a[0])\n", ["index-error.one-too-far", "index-error.out-of-range"]),
    ("d = {'a': 1}\nprint(d['b'])\n", ["key-error.missing", "key-error.near-key"]),
    ("print(int('3.5'))\n", ["value-error.int-text", "value-error.int-unit"]),
    ("print(int('x'))\n", ["value-error.int-unit"]),
    ("print(float('1,5'))\n", ["value-error.float-text"]),
    ("def f():\n    pass\nprint(f() + 1)\n", ["none.used", "none.forgotten-branch", "type-error.unsupported-operands"]),
    ("print(len(5))\n", ["type-error.not-iterable"]),
    ("def f(a):\n    return a\nf()\n", ["call.too-many", "call.missing-self"]),
    ("import math\nmath.sqrt(-1)\n", ["value-error.negative"]),
    ("import time\ntime.sleep(-1)\n", ["value-error.math-domain"]),
    ("x = [1, 2]\nfor i in range(len(x)):\n    x.pop(0)\n    x[i]\n", ["index-error.one-too-far", "index-error.empty"]),
    ("print(*5)\n", ["type-error.loop-over-number"]),
    ("print('5' % 2)\n", ["type-error.percent-count", "type-error.input-not-converted"]),
    ("print(totl)\n", ["name-error.no-value", "name-error.not-reached", "name-error.forgotten-import"]),
]  # fmt: skip


def questions():
    for case in cases.read_folder(os.path.join(os.path.dirname(os.path.abspath(__file__)), "runtime")):
        if case.applies and not case.python and case.cause:
            for traceback, source, folder in programs.run(case.files):
                asked = problem.problem_of(traceback, source, HERE, folder)
                found = runtime.find(asked)
                if found is not None:
                    yield case.place, asked, found


class Runtime(unittest.TestCase):
    def test_of_the_same_class_and_not_what_a_rule_has_found(self):
        asked_for = 0
        for place, asked, found in questions():
            name, others = choices.choices(asked, found.cause)
            with self.subTest(place, cause=found.cause):
                if not name:
                    self.assertEqual(others, [])
                    continue
                asked_for += 1
                self.assertEqual(LINES[name], found.cause)
                self.assertIn(len(others), (2, 3))
                self.assertEqual(len({name, *others}), len(others) + 1)
                for other in others:
                    self.assertNotIn(LINES[other], choices._VAGUE)
                    self.assertFalse(self.applies(asked, LINES[other]), other)
        self.assertGreater(asked_for, 180)

    def applies(self, asked, cause):
        """Does a rule of this error's class answer with that cause?"""
        for classes, pattern, first, function in runtime.rules.RULES:
            if cause not in runtime.rules.ANSWERS[first]:
                continue
            self.assertTrue(asked.type in classes or asked.full_type in classes, cause)
            match = pattern.match(asked.message)
            answer = function(asked, match) if match else None
            return answer is not None and (answer["cause"] or first) == cause
        return True

    def test_what_is_true_as_well_is_never_offered(self):
        for text, causes in ALSO_TRUE:
            for traceback, source, folder in programs.run({"program.py": text}):
                asked = problem.problem_of(traceback, source, HERE, folder)
                found = runtime.find(asked)
                with self.subTest(text):
                    # Whichever are chosen in the end: none of the pool may be true.
                    pool = choices._of_runtime(asked, found.cause)
                    for cause in causes:
                        self.assertIn(cause, runtime.CAUSES)
                        self.assertNotIn(cause, pool)

    def test_the_same_error_gives_the_same_choice(self):
        for _, asked, found in questions():
            self.assertEqual(choices.choices(asked, found.cause), choices.choices(asked, found.cause))

    def test_what_a_program_means_by_its_own_words_is_not_asked(self):
        for text in ("raise ValueError('must be more than 0')\n", "raise ExceptionGroup('two', [ValueError(), TypeError()])\n"):
            (traceback, source, folder), *_ = programs.run({"program.py": text})
            asked = problem.problem_of(traceback, source, HERE, folder)
            cause = explanation.explain(traceback, source, HERE, folder).cause
            self.assertTrue(cause)
            self.assertEqual(choices.choices(asked, cause), ("", []))

    def test_an_unknown_cause_gives_no_choice(self):
        asked = problem.problem_of({"exceptions": [{"type": "ShopError", "message": "sold out"}]}, None, HERE, None)
        self.assertEqual(choices.choices(asked, ""), ("", []))
        self.assertEqual(choices.choices(asked, "no.such-cause"), ("", []))

    def test_all_names_in_the_tables_are_causes(self):
        for group in (choices._VAGUE, choices._DECISIVE, choices._DECISIVE_WITH_SOURCE, *choices._TOGETHER):
            self.assertLessEqual(group, set(runtime.CAUSES))
        families = {cause[len("syntax."):].partition(".")[0] for cause in syntax.CAUSES}
        for group in choices._SYNTAX_TOGETHER:
            self.assertLessEqual(group, families)
        self.assertLessEqual({"syntax." + each for each in choices._SYNTAX_OFFERED}, set(syntax.CAUSES))


class Syntax(unittest.TestCase):
    def test_other_families_that_no_rule_has_found(self):
        asked_for = 0
        for cause, texts in syntaxprograms.PROGRAMS.items():
            for text in texts:
                first, last, text = text if isinstance(text, tuple) else ((3, 8), syntaxprograms.NEWEST, text)
                if not first <= HERE <= last or len(text) > 2000:
                    continue
                record = syntaxcapture.wire(syntaxcapture.failure(text), text)
                name, others = choices.choices(problem.problem_of(record, text, HERE, None), "syntax." + cause)
                with self.subTest(cause, text=text):
                    families = {LINES[each].partition(".")[2].partition(".")[0] for each in others}
                    self.assertNotIn(cause.partition(".")[0], families)
                    if name:
                        asked_for += 1
                        self.assertIn(len(others), (2, 3))
        self.assertGreater(asked_for, 250)


class Wire(unittest.TestCase):
    def test_they_come_only_when_they_are_wanted(self):
        traceback, source, folder = next(iter(programs.run({"program.py": "print('a' + 3)\n"})))
        text = json.dumps(traceback)
        self.assertEqual(wire.answer(text, source, None, folder)["others"], [])
        answer = wire.answer(text, source, None, folder, True)
        self.assertEqual(answer["name"], "Text and a number were joined by `+`")
        self.assertIn(len(answer["others"]), (2, 3))


if __name__ == "__main__":
    unittest.main()
