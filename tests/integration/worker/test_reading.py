# SPDX-License-Identifier: GPL-3.0-or-later
"""What the analyst says about programs in the editor."""

import os
import tempfile
import unittest

from harness import *

FUNCTION, CLASS, MODULE, KEYWORD, PARAMETER = 1, 2, 3, 4, 5
PROGRAM = "def größter(werte, *, ab=0):\n    '''Finds it.\n\n    And more.'''\n\nimport random\n"


class Reading(unittest.TestCase):
    def setUp(self):
        self.worker = Worker(role="analyst")
        self.addCleanup(self.worker.__exit__)

    def ask(self, message, source, request=9, **more):
        self.worker.send(message, request=request, source=source, cursor=len(source.encode()), **more)

    def completions(self, source, **more):
        """Again while there is none: the first ones may be cut short on a busy machine."""
        for _ in range(20):
            self.ask("askCompletions", source, **more)
            message = self.worker.event()[1]
            self.assertEqual((message["t"], message["request"]), ("completions", 9))
            if message["items"]:
                break
        return message

    def call_tip(self, source):
        for _ in range(20):
            self.ask("askCallTip", source)
            message = self.worker.event()[1]
            self.assertEqual((message["t"], message["request"]), ("callTip", 9))
            if message["signature"]:
                break
        return message

    def test_names_of_the_program_with_bytes_counted(self):
        source = PROGRAM + "x = 'ä😀', grö"
        message = self.completions(source)
        self.assertEqual([(item["text"], item["kind"]) for item in message["items"]], [("größter", FUNCTION)])
        self.assertEqual(message["from"], len(source.encode()) - len("grö".encode()))

    def test_chained_calls_and_parameters(self):
        message = self.completions("''.strip().spl")
        self.assertEqual([item["text"] for item in message["items"]], ["split", "splitlines"])
        message = self.completions(PROGRAM + "größter([], a")
        self.assertEqual((message["items"][0]["text"], message["items"][0]["kind"]), ("ab=", PARAMETER))

    def test_files_beside_the_program_are_read(self):
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, "shop_of_test.py"), "w") as file:
                file.write("raise SystemExit\ndef sell(): pass\n")
            message = self.completions("import shop_of_test\nshop_of_test.s", file=os.path.join(folder, "main.py"))
            self.assertEqual([item["text"] for item in message["items"]], ["sell"])

    def test_the_outline_of_a_program(self):
        self.worker.send("askOutline", request=9, source=PROGRAM + "LIMIT = (\n", language="Python")
        message = self.worker.event()[1]
        self.assertEqual((message["t"], message["request"], message["isKnown"]), ("outline", 9, True))
        self.assertEqual([(entry["name"], entry["line"]) for entry in message["entries"]],
                         [("größter", 1), ("LIMIT", 7)])  # fmt: skip
        self.worker.send("askOutline", request=10, source="select 1", language="SQL")
        self.assertFalse(self.worker.event()[1]["isKnown"])

    def places(self, wanted, source, cursor):
        """Again while nothing is known: the first answers may be cut short on a busy machine."""
        for _ in range(20):
            self.worker.send("askPlaces", request=9, wanted=wanted, source=source, cursor=len(source[:cursor].encode()))
            message = self.worker.event()[1]
            self.assertEqual((message["t"], message["request"]), ("places", 9))
            if message["answer"]:
                break
        return message

    def test_the_places_of_a_name(self):
        definition, uses, rename = 0, 1, 2
        source = PROGRAM + "x = 'ä😀', größter([], ab=1)\n"
        message = self.places(definition, source, source.rindex("größter"))
        self.assertEqual([entry["range"]["line"] for entry in message["entries"]], [1])
        message = self.places(uses, source, 5)
        self.assertEqual([(entry["range"]["line"], entry["range"]["column"]) for entry in message["entries"]],
                         [(1, 4), (7, len("x = 'ä😀', ".encode()))])  # fmt: skip
        message = self.places(rename, source, source.index("ab=0"))
        self.assertEqual((message["answer"], len(message["entries"])), (1, 2))
        self.assertIn({"name": "werte", "line": 1}, message["taken"])
        no_source = 3
        self.assertEqual(self.places(definition, "print(1)", 2)["answer"], no_source)

    def test_call_tip_marks_the_parameter(self):
        message = self.call_tip(PROGRAM + "größter([], ab=")
        self.assertEqual(message["signature"], "größter(werte, *, ab=0)")
        marked = message["signature"].encode()[message["activeFrom"] : message["activeTo"]]
        self.assertEqual(marked.decode(), "ab=0")
        self.assertEqual(message["documentation"], "Finds it.")

    def test_what_cannot_be_read_is_empty_and_does_no_harm(self):
        for source in ("", "\0(", "(" * 5000, "x = = (\\\n", "def f(" * 300, "1."):
            self.ask("askCallTip", source)
            self.assertEqual(self.worker.event()[1]["t"], "callTip")
            self.ask("askCompletions", source)
            self.assertEqual(self.worker.event()[1]["t"], "completions")
        self.assertTrue(self.completions("lamb")["items"])

    def test_each_question_has_its_answer_and_the_newest_counts(self):
        self.completions("import o")
        with self.worker.together():
            for request in range(1, 41):
                self.ask("askCompletions", "lamb", request)
        answers = [self.worker.event()[1] for _ in range(40)]
        self.assertEqual([answer["request"] for answer in answers], list(range(1, 41)))
        self.assertEqual([item["text"] for item in answers[-1]["items"]], ["lambda"])
        self.assertLess(sum(bool(answer["items"]) for answer in answers), 40)

    def test_a_reading_that_takes_long_is_cut_short(self):
        self.completions("import o")
        self.ask("askCompletions", "".join(f"a{number} = {number}\n" for number in range(200_000)) + "a1.")
        self.assertEqual(self.worker.event()[1]["items"], [])
        self.assertTrue(self.completions("lamb")["items"])


if __name__ == "__main__":
    unittest.main()
