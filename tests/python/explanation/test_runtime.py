# SPDX-License-Identifier: GPL-3.0-or-later
"""Every rule for errors of running programs: programs that must trigger it, and near misses that must not."""

import os
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import cases
import programs
from skillet_analyst.explanation import general, model, problem, runtime

_CASES = cases.read_folder(os.path.join(os.path.dirname(os.path.abspath(__file__)), "runtime"))


def explain(traceback, source, version, folder):
    """As explanation.explain(), but a rule that fails is seen."""
    failure = problem.problem_of(traceback, source, version, folder)
    return runtime.find(failure) or general.explanation(failure)


def recorded(case):
    text = case.files["program.py"].rstrip("\n")
    frame = {"file": "/home/ann/program.py", "function": "<module>", "origin": 0, "sourceLine": text.lstrip(),
             "values": case.values, "range": {"line": 7, "endLine": -1, "column": -1, "endColumn": -1}}
    exception = {"type": case.raises[0], "message": case.raises[1], "frames": [frame] if text else []}
    return {"exceptions": [exception]}


class Catalogue(unittest.TestCase):
    def test_cases(self):
        for case in _CASES:
            if not case.applies:
                continue
            with self.subTest(case.place, cause=case.cause):
                if case.python:
                    self.check(case, explain(recorded(case), None, case.python, None), recorded(case))
                    continue
                for traceback, source, folder in programs.run(case.files):
                    found = explain(traceback, source, sys.version_info[:2], folder)
                    self.check(case, found, traceback)

    def check(self, case, found, traceback):
        raised = traceback["exceptions"][0]
        about = f"{raised['type']}: {raised['message']}\n{found}"
        if case.cause is not None:
            self.assertEqual(found.cause, case.cause, about)
        for cause in case.not_causes:
            self.assertIn(cause, runtime.CAUSES)
            self.assertNotEqual(found.cause, cause, about)
        said = " ".join((found.title, found.why, *found.tries))
        for text in case.says:
            self.assertIn(text, said, about)
        if case.suggests is not None:
            self.assertIsNotNone(found.suggestion, about)
            self.assertEqual(found.suggestion.after.strip(), case.suggests)
        if case.cause is not None:
            self.assertEqual(found.certain, not case.uncertain, about)
        self.assertIsInstance(found, model.Explanation)
        if found.cause:
            self.check_words(found, about)

    def check_words(self, found, about):
        self.assertTrue(found.title.endswith((".", "?", "!", "`")), about)
        self.assertTrue(1 <= len(found.tries) <= 3, about)
        self.assertLess(len(found.title), 300, about)
        for text in (found.title, found.why, *found.tries):
            self.assertEqual(text.count("`") % 2, 0, about)
            self.assertNotIn("  ", text.replace("\n", ""), about)
        if not found.certain:
            said = f" {found.title} {found.why} ".lower()
            self.assertTrue(any(f" {word} " in said for word in ("may", "perhaps", "often", "usually", "can")), about)

    def test_each_cause_has_a_program_and_a_near_miss(self):
        triggered = {case.cause for case in _CASES}
        missed = {cause for case in _CASES for cause in case.not_causes}
        self.assertEqual(sorted(set(runtime.CAUSES) - triggered), [], "no program triggers these")
        self.assertEqual(sorted(set(runtime.CAUSES) - missed), [], "no near miss for these")
        self.assertGreaterEqual(len(runtime.CAUSES), 190)

    def test_each_cause_has_a_line_that_names_it(self):
        for cause, line in runtime.CAUSES.items():
            with self.subTest(cause):
                self.assertRegex(cause, r"^[a-z0-9-]+\.[a-z0-9-]+$")
                self.assertTrue(line[:1].isupper() or line[:1] in "`_" or line[:1].isdigit(), line)
                self.assertFalse(line.endswith("."), line)


if __name__ == "__main__":
    unittest.main()
