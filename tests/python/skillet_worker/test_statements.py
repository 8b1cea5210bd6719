# SPDX-License-Identifier: GPL-3.0-or-later
import contextlib
import io
import unittest

from skillet_worker import statements


def shown(source, flags=0):
    """What running the pasted source prints."""
    first, last = statements.compile_pasted(source, "<test>", flags)
    out = io.StringIO()
    names = {}
    with contextlib.redirect_stdout(out):
        for code in (first, last):
            if code is not None:
                exec(code, names)
    return out.getvalue()


class Pasted(unittest.TestCase):
    def test_only_the_last_value_is_shown(self):
        self.assertEqual(shown("1\n2\n3"), "3\n")

    def test_one_statement_has_no_first_part(self):
        self.assertIsNone(statements.compile_pasted("1", "<test>", 0)[0])

    def test_nothing_has_no_parts(self):
        self.assertEqual(statements.compile_pasted("# only words\n", "<test>", 0), (None, None))

    def test_a_block_at_the_end_needs_no_blank_line(self):
        self.assertEqual(shown("x = 2\nfor i in range(x):\n    i"), "0\n1\n")

    def test_lines_keep_their_numbers(self):
        first, last = statements.compile_pasted("x = 1\n\n\ny = 2", "<test>", 0)
        self.assertEqual((first.co_firstlineno, [line for *_, line in last.co_lines()][-1]), (1, 4))

    def test_future_imports_reach_the_last_statement(self):
        _, last = statements.compile_pasted("from __future__ import annotations\ndef f(x: y): pass", "<test>", 0)
        self.assertTrue(last.co_flags & 0x1000000)

    def test_errors_name_the_file(self):
        with self.assertRaises(SyntaxError) as caught:
            statements.compile_pasted("x = 1\ny = = 2", "<test>", 0)
        self.assertEqual((caught.exception.filename, caught.exception.lineno), ("<test>", 2))


class TakenOutOfABlock(unittest.TestCase):
    def test_lines_of_a_function_run(self):
        self.assertEqual(shown("    # of total()\n    x = 2\n    if x:\n        x * 2"), "4\n")

    def test_they_keep_their_lines_and_columns(self):
        source = "\n\n    x = 1\n    y = x / 0\n"
        first, last = statements.compile_pasted(source, "<test>", 0)
        exec(first, names := {})
        try:
            exec(last, names)
            self.fail("it divides by nought")
        except ZeroDivisionError as error:
            self.assertEqual(error.__traceback__.tb_next.tb_lineno, 4)
        if hasattr(last, "co_positions"):
            self.assertIn((4, 4, 8, 13), list(last.co_positions()))

    def test_their_syntax_errors_name_the_line(self):
        with self.assertRaises(SyntaxError) as caught:
            statements.compile_pasted("\n    x = 1\n    y = = 2\n", "<test>", 0)
        self.assertEqual((caught.exception.lineno, caught.exception.text), (3, "    y = = 2\n"))

    def test_what_follows_the_block_runs_after_it(self):
        self.assertEqual(shown("    x = 1\ny = 2\nx + y"), "3\n")

    def test_half_an_if_is_told(self):
        with self.assertRaises(IndentationError):
            statements.compile_pasted("    x = 1\nelse:\n    x = 2\n", "<test>", 0)

    def test_indentation_that_fits_nowhere_is_told(self):
        with self.assertRaises(SyntaxError) as caught:
            statements.compile_pasted("    x = 1\ny = 2\n  z = 3\n", "<test>", 0)
        self.assertEqual(caught.exception.lineno, 3)


class Lines(unittest.TestCase):
    def shown(self, source):
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(statements.compile_lines(source, "<test>", 0), {})
        return out.getvalue()

    def test_each_value_is_shown_as_when_typed(self):
        self.assertEqual(self.shown("1\nx = 5\nNone\n'two'\nfor i in range(2): i\nx"), "1\n'two'\n0\n1\n5\n")

    def test_nothing_has_no_code(self):
        self.assertIsNone(statements.compile_lines("# only words\n", "<test>", 0))

    def test_future_imports_reach_the_other_statements(self):
        source = "from __future__ import annotations\ndef f(x: y): pass\nf.__annotations__"
        self.assertEqual(self.shown(source), "{'x': 'y'}\n")


if __name__ == "__main__":
    unittest.main()
