# SPDX-License-Identifier: GPL-3.0-or-later
import unittest

from skillet_worker import names


def texts(line, part=None):
    """What is found in the part of the line (its first place), or in a line of which nothing is known."""
    if part is None:
        return [found[0] for found in names.in_range(line, -1, -1)]
    start = len(line[: line.index(part)].encode())
    return [found[0] for found in names.in_range(line, start, start + len(part.encode()))]


class Found(unittest.TestCase):
    def test_names_in_the_part_only(self):
        self.assertEqual(texts("print(a + b, c)", "a + b"), ["a", "b"])

    def test_the_whole_line_when_the_part_has_none(self):
        self.assertEqual(texts("total = 1/0 + count", "1/0"), ["count"])

    def test_the_whole_line_when_no_part_is_known(self):
        self.assertEqual(texts("print(a + b, c)"), ["print", "a", "b", "c"])

    def test_indented_lines(self):
        self.assertEqual(texts("        return a / b", "a / b"), ["a", "b"])

    def test_heads_of_compound_statements(self):
        for head in ("if x > y:", "elif x > y:", "while x > y:", "for i in x[y]:", "with x(y) as z:", "    elif x > y:",
                     "except x[y]:"):
            with self.subTest(head):
                found = texts(head)
                self.assertIn("x", found)
                self.assertIn("y", found)

    def test_pieces_of_statements_over_several_lines(self):
        self.assertEqual(texts("          key + other)", "key + other"), ["key", "other"])

    def test_columns_are_bytes(self):
        self.assertEqual(texts("x('é😀', größe / b)", "größe / b"), ["größe", "b"])

    def test_several_lines(self):
        self.assertEqual([found[0] for found in names.in_range("x = (a +\n  b) + c", 4, 4)], ["a", "b"])

    def test_targets_of_assignments_are_not_read(self):
        self.assertEqual(texts("a, b = pair", "a, b"), ["pair"])
        self.assertEqual(texts("d[k] = v", "d[k]"), ["d", "k"])

    def test_chains_with_their_shorter_parts(self):
        self.assertEqual(texts("a.b['c'][0][-1][i]"), ["a", "a.b", "a.b['c']", "a.b['c'][0]", "a.b['c'][0][-1]",
                                                       "a.b['c'][0][-1][i]", "i"])

    def test_steps(self):
        self.assertEqual(names.in_range("a.b[i]", 0, 6)[-2][1:3], ("a", [("attribute", "b"), ("item of", "i")]))

    def test_names_bound_inside(self):
        self.assertEqual(texts("sum(o.price * f for o in orders)", "sum(o.price * f for o in orders)"), ["sum", "f", "orders"])
        self.assertEqual(texts("(lambda x, *y: x + y + z)(1)"), ["z"])
        self.assertEqual(texts("{k: v for k, v in d.items() if w}"), ["d", "d.items", "w"])

    def test_inside_a_comprehension_its_names_count(self):
        self.assertEqual(texts("sum(o['p'] for o in orders)", "o['p']"), ["o", "o['p']"])

    def test_a_body_on_one_line_with_its_head(self):
        self.assertEqual(texts("def f(n, m=k): return 1/n", "1/n"), ["n"])
        self.assertEqual(texts("def f(n, m=1/k): return n", "1/k"), ["k"])
        self.assertEqual(texts("class A(B): x = 1/y", "1/y"), ["y"])

    def test_called_functions_are_marked(self):
        self.assertEqual([(found[0], found[3]) for found in names.in_range("f(x)", 0, 4)], [("f", True), ("x", False)])

    def test_text_in_f_strings(self):
        self.assertEqual(texts("raise ValueError(f'{a!r} {b:>{c}}')")[1:], ["a", "b", "c"])

    def test_never_too_many(self):
        self.assertEqual(len(texts(" + ".join(f"x{i}" for i in range(100)))), 12)

    def test_text_that_is_no_python_gives_its_names(self):
        self.assertEqual(texts("a = b = = c."), ["a", "b", "c"])
        for odd in ("", "    ", "'''", "(((", "\\", "\0", "if", "é = ¤"):
            names.in_range(odd, 0, 3)

    def test_any_columns_are_survived(self):
        for first in range(-1, 12):
            for last in range(-1, 12):
                self.assertIsInstance(names.in_range("a = é + c", first, last), list)


if __name__ == "__main__":
    unittest.main()
