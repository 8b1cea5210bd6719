# SPDX-License-Identifier: GPL-3.0-or-later
import unittest

from skillet_analyst.outline import outline

PROGRAM = '''import x
LIMIT = 3
a, (b, *c) = 1, (2, 3)
a = 4
@deco
class Größe(Base):
    """doc
def not_one(): pass
    """
    size: int = 2
    async def total(self, tax=0.2):
        def inner(): pass
        y = 2
if LIMIT:
    def f(): pass
'''


class Outline(unittest.TestCase):
    def named(self, source, language="Python"):
        return [(depth, kind, name, line, end) for kind, name, _, depth, line, end, _ in outline(source, language)]

    def test_parts_are_nested_and_have_their_lines(self):
        self.assertEqual(self.named(PROGRAM), [
            (0, "constant", "LIMIT", 2, 2),
            (0, "variable", "a", 3, 3),
            (0, "variable", "b", 3, 3),
            (0, "variable", "c", 3, 3),
            (0, "class", "Größe", 6, 13),
            (1, "variable", "size", 10, 10),
            (1, "method", "total", 11, 13),
            (2, "function", "inner", 12, 12),
            (0, "function", "f", 15, 15),
        ])  # fmt: skip

    def test_details_and_columns_in_bytes(self):
        found = {name: (detail, column) for _, name, detail, _, _, _, column in outline(PROGRAM, "Python")}
        self.assertEqual(found["total"], ("(self, tax=0.2)", 14))
        self.assertEqual(found["Größe"], ("(Base)", 6))
        self.assertEqual(outline("class Ä: ä: int = 1\n", "Python")[1][6], len("class Ä: ".encode()))

    def test_a_program_in_the_making_has_one_by_its_lines(self):
        found = self.named(PROGRAM + "\ndef broken(\n\nclass After:\n    x = 1\n    def m(self):\n        if\n")
        self.assertEqual(found[-4:], [
            (0, "function", "broken", 17, 17),
            (0, "class", "After", 19, 22),
            (1, "variable", "x", 20, 20),
            (1, "method", "m", 21, 22),
        ])  # fmt: skip
        self.assertNotIn("not_one", [name for _, _, name, _, _ in found])
        self.assertEqual([entry[:3] for entry in found if entry[2] == "total"], [(1, "method", "total")])

    def test_an_open_text_hides_nothing_behind_it(self):
        names = [entry[2] for entry in self.named('def f():\n    """Says\n    pass\n\ndef g():\n    pass\n')]
        self.assertEqual(names, ["f", "g"])

    def test_headings_of_markdown(self):
        text = "# A\n\ntext\n\nSub\n---\n```\n# no\n```\n### deep ##\n# B\n\n---\n"
        self.assertEqual(self.named(text, "Markdown"), [
            (0, "heading", "A", 1, 10),
            (1, "heading", "Sub", 5, 10),
            (2, "heading", "deep", 10, 10),
            (0, "heading", "B", 11, 14),
        ])  # fmt: skip

    def test_other_languages_have_none(self):
        self.assertIsNone(outline("select 1", "SQL"))
        self.assertEqual(outline("", "Python"), [])

    def test_the_number_is_bounded(self):
        for end in ("", "("):
            self.assertEqual(len(outline("".join(f"a{n} = 1\n" for n in range(6000)) + end, "Python")), 5000)
        self.assertIsNone(outline("#" * 1_000_001, "Python"))

    def test_warnings_of_the_compiler_are_not_written(self):
        import warnings

        with warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always")
            outline("x = '\\d'\n", "Python")
        self.assertEqual(warned, [])


if __name__ == "__main__":
    unittest.main()
