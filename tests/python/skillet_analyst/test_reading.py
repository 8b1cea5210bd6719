# SPDX-License-Identifier: GPL-3.0-or-later
import subprocess
import sys
import unittest

from skillet_analyst import reading


class Reading(unittest.TestCase):
    def test_nothing_is_known_without_jedi(self):
        program = (
            "import sys; sys.modules['jedi'] = None\n"
            "from skillet_analyst import reading\n"
            "print(reading.complete('lamb', 4, ''), reading.call_tip('len(', 4, ''))"
        )
        result = subprocess.run([sys.executable, "-B", "-c", program], capture_output=True, text=True)
        self.assertEqual((result.stdout, result.stderr), ("(0, [], False) ('', 0, 0, '')\n", ""))

    def test_attributes_of_what_a_call_returns(self):
        source = "def f():\n    return ['x']\n\nf()[0].upp"
        self.assertEqual(reading.complete(source, len(source), ""), (len(source) - 3, [("upper", "function", "")], False))

    def test_the_caret_may_stand_anywhere(self):
        source = "größe = 1\nprint(grö)\nx = 2\n"
        start, items, _ = reading.complete(source, source.index(")"), "")
        self.assertEqual((start, [text for text, *_ in items]), (source.index("grö)"), ["größe"]))

    def test_the_number_of_items_is_bounded(self):
        source = "".join(f"many{number} = 1\n" for number in range(501)) + "many"
        _, items, more = reading.complete(source, len(source), "")
        self.assertEqual((len(items), more), (500, True))

    def test_modules_of_the_program_itself_are_not_offered(self):
        self.assertEqual(reading.complete("import skillet_wor", 18, "")[1], [])

    def test_call_tip_without_a_call_is_empty(self):
        self.assertEqual(reading.call_tip("x = 1", 5, ""), ("", 0, 0, ""))

    def test_call_tip_after_the_last_parameter_marks_none(self):
        text, start, end, _ = reading.call_tip("def f(a): pass\nf(1, 2", 21, "")
        self.assertEqual((text, start, end), ("f(a)", 0, 0))


if __name__ == "__main__":
    unittest.main()
