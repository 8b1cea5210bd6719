# SPDX-License-Identifier: GPL-3.0-or-later
import builtins
import io
import sys
import unittest

from skillet_worker import streams


class Streams(unittest.TestCase):
    def setUp(self):
        self.saved = {name: getattr(sys, name) for name in ("stdin", "stdout", "stderr", "__stdin__", "__stdout__", "__stderr__")}
        self.saved_input = builtins.input
        self.written = []
        self.asked = []
        self.lines = []
        streams._made.clear()
        streams.install(self.write, self.read_line)
        self.addCleanup(self.restore)

    def restore(self):
        streams._made.clear()
        for name, stream in self.saved.items():
            setattr(sys, name, stream)
        builtins.input = self.saved_input

    def write(self, descriptor, data):
        self.written.append((descriptor, bytes(data)))
        return len(data)

    def read_line(self, prompt, secret):
        self.asked.append((prompt, secret))
        return self.lines.pop(0) if self.lines else None

    def test_lines_go_out_one_by_one(self):
        print("a")
        print("b", file=sys.stderr)
        self.assertEqual(self.written, [(1, b"a\n"), (2, b"b\n")])

    def test_partial_lines_go_out_by_flush(self):
        print("a", end="")
        self.assertEqual(self.written, [])
        streams.flush()
        self.assertEqual(self.written, [(1, b"a")])

    def test_text_that_is_no_utf8_is_escaped(self):
        print("\udc80")
        self.assertEqual(self.written, [(1, b"\\udc80\n")])

    def test_short_writes_are_continued(self):
        streams._write = lambda descriptor, data: self.write(descriptor, data[:2])
        print("abcd")
        self.assertEqual(b"".join(data for _, data in self.written), b"abcd\n")

    def test_input_flushes_then_asks(self):
        self.lines = ["x"]
        print("a", end="")
        self.assertEqual(input("? "), "x")
        self.assertEqual((self.asked, self.written), ([("? ", False)], [(1, b"a")]))

    def test_empty_lines_are_lines(self):
        self.lines = [""]
        self.assertEqual(input(), "")

    def test_end_of_input(self):
        with self.assertRaises(EOFError):
            input()
        self.lines = ["after"]
        self.assertEqual(input(), "after")

    def test_secrets(self):
        self.lines = ["s"]
        self.assertEqual(streams.ask_secret("P: "), "s")
        self.lines = ["t"]
        input()
        self.assertEqual(self.asked, [("P: ", True), ("", False)])

    def test_a_prompt_that_fails_leaves_nothing_behind(self):
        class Bad:
            def __str__(self):
                raise ValueError

        with self.assertRaises(ValueError):
            input(Bad())
        self.lines = ["x"]
        input()
        self.assertEqual(self.asked, [("", False)])

    def test_a_replaced_stdin_is_used(self):
        sys.stdin = io.StringIO("mine\n")
        self.assertEqual(input(), "mine")
        self.assertEqual(self.asked, [])

    def test_closed_streams_are_mended_and_replaced_ones_stay(self):
        sys.stdin.close()
        own = sys.stdout = io.StringIO()
        streams.mend()
        self.assertFalse(sys.stdin.closed)
        self.assertIs(sys.stdout, own)
        streams.reset()
        self.assertIsNot(sys.stdout, own)

    def test_broken_streams_do_not_stop_a_flush(self):
        print("kept", end="")
        sys.stdout, sys.stderr = None, 3
        streams.flush()
        self.assertEqual(self.written, [(1, b"kept")])


if __name__ == "__main__":
    unittest.main()
