# SPDX-License-Identifier: GPL-3.0-or-later
import unittest

from harness import *

KEY_ERROR = {
    "exceptions": [
        {
            "type": "KeyError",
            "message": "'pirce'",
            "frames": [
                {
                    "file": "/nowhere/orders.py",
                    "function": "total",
                    "range": {"line": 2, "endLine": 2, "column": 11, "endColumn": 25},
                    "sourceLine": "    return order['pirce']",
                    "values": [{"name": "order", "type": "dict", "preview": "{'sku': 1, 'price': 2}", "length": 2}],
                }
            ],
        }
    ],
    "plainText": "",
}


class Explanations(unittest.TestCase):
    def setUp(self):
        self.worker = Worker(role="analyst")
        self.addCleanup(self.worker.__exit__)

    def explain(self, traceback, **more):
        self.worker.send("askExplanation", request=5, traceback=traceback, **more)
        message = self.worker.event()[1]
        self.assertEqual((message["t"], message["request"]), ("explanation", 5))
        return message

    def test_words_are_made_of_the_errors_own_values(self):
        message = self.explain(KEY_ERROR, source="def total(order):\n    return order['pirce']\n", pythonVersion="3.11.2")
        self.assertIn("pirce", message["title"] + message["why"])

    def test_an_error_without_anything_known_has_an_answer_too(self):
        self.assertEqual(self.explain({})["cause"], "")
        self.assertEqual(self.explain({"exceptions": [{"type": "shop.Closed", "message": "x" * 100_000}]})["cause"], "")

    def test_a_nonsensical_version_is_survived(self):
        for version in ("", "three", "999.999.999", "3"):
            self.explain(KEY_ERROR, pythonVersion=version)

    def test_code_is_refused_by_the_analyst(self):
        self.worker.start("1+1")
        self.assertEqual(self.worker.event()[1]["t"], "refusal")

    def test_an_explanation_is_refused_by_the_prompt(self):
        with Worker() as prompt:
            prompt.send("askExplanation", request=5, traceback=KEY_ERROR)
            self.assertEqual(prompt.event()[1]["t"], "refusal")


if __name__ == "__main__":
    unittest.main()
