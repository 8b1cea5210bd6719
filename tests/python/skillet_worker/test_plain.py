# SPDX-License-Identifier: GPL-3.0-or-later
import sys
import traceback
import unittest

from skillet_worker import plain


def caught(action):
    try:
        action()
    except BaseException as exception:
        exception.__traceback__ = exception.__traceback__.tb_next
        return exception
    raise AssertionError("nothing was raised")


class Describe(unittest.TestCase):
    def test_text_is_the_standard_one(self):
        exception = caught(lambda: 1 / 0)
        text, parts = plain.describe(exception, [exception])
        self.assertEqual(text, "".join(traceback.format_exception(exception)))
        self.assertEqual(parts, [("division by zero", [])])

    def test_recursion_is_counted_as_in_the_standard_one(self):
        def down(n):
            return down(n - 1) if n else 1 / 0

        def ping(n):
            return pong(n - 1) if n else 1 / 0

        def pong(n):
            return ping(n) + ping(n)

        def over(n):
            try:
                return over(n - 1) if n else 1 / 0
            except ZeroDivisionError as error:
                raise ValueError(n) from error

        for function, depths in ((down, range(8)), (down, (500,)), (ping, (0, 1, 5, 200)), (over, range(4))):
            for depth in depths:
                with self.subTest(function=function.__name__, depth=depth):
                    exception = caught(lambda: function(depth))
                    text, _ = plain.describe(exception, [exception])
                    self.assertEqual(text, "".join(traceback.format_exception(exception)))

    def test_the_middle_of_an_endless_text_is_left_out(self):
        def action():
            exec(compile("1 / 0", "f" * 5_000_000, "exec"))

        text, _ = plain.describe(caught(action), [])
        self.assertLess(len(text), 2_000_000)
        self.assertTrue(text.startswith("Traceback (most recent call last):\n"))
        self.assertRegex(text, r"f\n  \[\d+ characters of this traceback are left out here\]\nf")
        self.assertTrue(text.endswith("ZeroDivisionError: division by zero\n"))

    def test_the_programs_own_limit_is_kept(self):
        def down(n):
            return down(n - 1) if n else 1 / 0

        self.addCleanup(delattr, sys, "tracebacklimit")
        for sys.tracebacklimit in (0, 2, 5, 100, -1):
            with self.subTest(limit=sys.tracebacklimit):
                exception = caught(lambda: down(9))
                text, _ = plain.describe(exception, [exception])
                self.assertEqual(text, "".join(traceback.format_exception(exception)))

    def test_suggestions_are_added_whatever_the_version(self):
        exception = caught(lambda: [].appendd)
        text, parts = plain.describe(exception, [exception])
        self.assertTrue(text.endswith("'list' object has no attribute 'appendd'. Did you mean: 'append'?\n"), text)
        self.assertTrue(parts[0][0].endswith("Did you mean: 'append'?"))

    def test_chain_and_notes_in_order(self):
        def action():
            try:
                {}["k"]
            except KeyError as error:
                error.add_note("a note")
                raise ValueError("v") from error

        exception = caught(action)
        shown = [exception, exception.__cause__]
        self.assertEqual(plain.describe(exception, shown)[1], [("v", []), ("'k'", ["a note"])])

    def test_members_of_groups_and_strangers_have_their_texts(self):
        inner = ExceptionGroup("in", [KeyError("k")])
        group = ExceptionGroup("out", [ValueError("v"), inner])
        shown = [group, *group.exceptions, inner.exceptions[0], OSError("strange")]
        texts = [message for message, notes in plain.describe(group, shown)[1]]
        self.assertEqual(texts, ["out (2 sub-exceptions)", "v", "in (1 sub-exception)", "'k'", "strange"])

    def test_odd_notes_and_messages_are_survived(self):
        exception = ValueError()
        exception.__notes__ = [1, "text", None]
        self.assertEqual(plain.describe(exception, [exception])[1], [("", ["text"])])
        exception.__notes__ = 5
        self.assertIsInstance(plain.describe(exception, [exception])[0], str)

    def test_messages_are_bounded(self):
        error = ValueError("x" * 10**6)
        self.assertLess(len(plain.describe(error, [error])[1][0][0]), 5000)

    def test_syntax_errors_give_their_plain_message(self):
        exception = caught(lambda: compile("x = = 1", "f.py", "exec"))
        self.assertEqual(plain.describe(exception, [exception])[1], [("invalid syntax", [])])


if __name__ == "__main__":
    unittest.main()
