# SPDX-License-Identifier: GPL-3.0-or-later
import unittest

from skillet_analyst import explanation


class Explain(unittest.TestCase):
    def test_answers_whatever_comes_in(self):
        for traceback in ({}, {"exceptions": []}, {"exceptions": [{}]}, {"exceptions": [{"type": 3, "frames": [None]}]},
                          {"exceptions": [{"type": "KeyError", "frames": [{"range": None, "values": 5}]}]}):
            with self.subTest(traceback):
                found = explanation.explain(traceback, None, (3, 11))
                self.assertEqual(found.cause, "")
                self.assertTrue(found.title)


if __name__ == "__main__":
    unittest.main()
