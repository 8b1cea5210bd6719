# SPDX-License-Identifier: GPL-3.0-or-later
"""The register of what explanations promise to know: situations.txt."""

import pathlib
import unittest

import cases
import syntaxnear
import syntaxprograms
import test_syntax

from skillet_analyst import explanation
from skillet_analyst.explanation import general

_HERE = pathlib.Path(__file__).parent


def register():
    """{part: {situation: names}}"""
    parts, current = {}, None
    for line in (_HERE / "situations.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            current = parts.setdefault(line.strip("[]"), {})
        elif line and not line.startswith("#"):
            situation, _, names = line.partition(": ")
            current[situation] = names.split()
    return parts


def meant(name, known):
    return [each for each in known if each == name or name.endswith("*") and each.startswith(name[:-1])]


class Situations(unittest.TestCase):
    def setUp(self):
        self.parts = register()
        recorded = cases.read_folder(_HERE / "runtime")
        self.shown = {case.cause for case in recorded}
        self.missed = {cause for case in recorded for cause in case.not_causes}
        self.shown |= {"syntax." + cause for cause, texts in syntaxprograms.PROGRAMS.items() if texts}
        self.shown |= {"syntax." + cause for cause, *_ in test_syntax.MESSAGES}
        self.missed |= {"syntax." + cause for cause, misses in syntaxnear.NEAR_MISSES.items() if misses}

    def test_each_is_answered_by_causes_with_programs_and_near_misses(self):
        known = explanation.catalogue()
        self.assertEqual((len(self.parts["runtime"]), len(self.parts["syntax"])), (27, 16))
        for situations in self.parts.values():
            for situation, names in situations.items():
                with self.subTest(situation):
                    causes = [name for name in names if not name.startswith("general:")]
                    self.assertTrue(causes)
                    for name in causes:
                        found = meant(name, known)
                        self.assertTrue(found, name)
                        self.assertEqual([each for each in found if each not in self.shown], [], "no program")
                        self.assertEqual([each for each in found if each not in self.missed], [], "no near miss")

    def test_each_class_named_there_has_a_general_text(self):
        for situations in self.parts.values():
            for names in situations.values():
                for name in names:
                    if name.startswith("general:"):
                        self.assertIn(name.partition(":")[2], general.TEXTS)

    def test_the_causes_of_both_parts_are_as_many_as_promised(self):
        known = explanation.catalogue()
        for part, least in (("runtime", 120), ("syntax", 120)):
            found = {each for names in self.parts[part].values() for name in names for each in meant(name, known)}
            self.assertGreaterEqual(len(found), least, part)


if __name__ == "__main__":
    unittest.main()
