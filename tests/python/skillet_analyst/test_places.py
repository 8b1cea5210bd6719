# SPDX-License-Identifier: GPL-3.0-or-later
import os
import subprocess
import sys
import tempfile
import unittest

from skillet_analyst import places

SHOP = '''import os
import math as m
from helpers import total
from helpers import total as summed
LIMIT = 3
class Cart:
    size = 2
    def __init__(self, items):
        self.items = items
    def total(self, tax=0.2):
        # total of all
        return sum(self.items) * (1 + tax) * self.size
def go(x):
    c = Cart(items=[1])
    print("total", c.total(tax=3), c.items, LIMIT, os.path.join("a"), m.pi)
    print(f"{x} total {c.total()}")
    return [y for y in range(x)]
go(2)
total(3) + summed(1)
def other(count):
    global LIMIT
    LIMIT = count
    return missing
'''


class Places(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.file = self.write("main.py", "# an older text, which does not count\n")
        self.write("helpers.py", "# häh\ndef total(x):\n    return x\n")
        self.write("other.py", "from main import Cart\nCart([2]).items\n")

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w") as file:
            file.write(text)
        return path

    def ask(self, function, marked, source=SHOP, file=None):
        """`marked` is a piece of the source with | where the caret is."""
        before = marked.index("|")
        self.assertEqual(source.count(marked.replace("|", "")), 1, marked)
        cursor = source.index(marked.replace("|", "")) + before
        return function(source, cursor, self.file if file is None else file, self.folder)

    def where(self, answer):
        return [(os.path.basename(file), line) for file, line, *_ in answer[2]]

    # -- definition

    def test_definition_in_the_text_as_it_is(self):
        answer = self.ask(places.definition, "c.to|tal(tax=3)")
        self.assertEqual(answer[:2], ("known", "total"))
        self.assertEqual(answer[2], [("", 10, 8, 13, "    def total(self, tax=0.2):", True, False)])
        self.assertEqual(self.where(self.ask(places.definition, "= Cart|(items")), [("", 6)])
        self.assertEqual(self.where(self.ask(places.definition, "(|tax=3)")), [("", 10)])

    def test_definition_in_another_file(self):
        answer = self.ask(places.definition, "|total(3)")
        self.assertEqual(answer[2], [(os.path.join(self.folder, "helpers.py"), 2, 4, 9, "def total(x):", True, False)])

    def test_definition_beside_a_file_in_a_folder_of_the_project(self):
        file = self.write("pack/inner.py", "")
        answer = self.ask(places.definition, "|total()", "from helpers import total\ntotal()\n", file)
        self.assertEqual(self.where(answer), [("helpers.py", 2)])

    def test_definition_in_the_library(self):
        answer = self.ask(places.definition, "os.path.jo|in")
        self.assertEqual((answer[0], answer[2][0][6]), ("known", True))
        self.assertTrue(answer[2][0][0].endswith("posixpath.py"))
        answer = self.ask(places.definition, "|os.path")
        self.assertEqual([(place[1], place[2], place[3]) for place in answer[2]], [(1, 0, 0)])

    def test_what_is_built_in_has_no_source(self):
        self.assertEqual(self.ask(places.definition, "s|um(self")[:3], ("no source", "sum", []))
        self.assertEqual(self.ask(places.definition, "m.p|i)")[:2], ("no source", "math.pi"))

    def test_nothing_is_known(self):
        self.assertEqual(self.ask(places.definition, "missi|ng")[:2], ("unknown", "missing"))
        self.assertEqual(self.ask(places.definition, "* (|1 +")[0], "no name")
        self.assertEqual(self.ask(places.definition, "|return sum")[0], "no name")

    def test_a_text_that_was_never_saved(self):
        answer = self.ask(places.definition, "|f()", "def f(): pass\nf()\nprint(f)\n".replace("def f()", "def f( )"), "")
        self.assertEqual(self.where(answer), [("", 1)])

    def test_without_jedi_that_is_said(self):
        program = ("import sys; sys.modules['jedi'] = None\nfrom skillet_analyst import places\n"
                   "print([f('x = 1', 0, '', '')[:2] for f in (places.definition, places.uses, places.rename)])")  # fmt: skip
        result = subprocess.run([sys.executable, "-B", "-c", program], capture_output=True, text=True)
        self.assertEqual((result.stdout, result.stderr), (f"{[('no reader', 'x')] * 3}\n", ""))

    # -- uses

    def test_uses_in_this_file_and_others(self):
        answer = self.ask(places.uses, "class Ca|rt")
        self.assertEqual(self.where(answer), [("", 6), ("", 14), ("other.py", 1), ("other.py", 2)])
        self.assertEqual([place[5] for place in answer[2]][:2], [True, False])
        self.assertEqual(answer[2][3][4], "Cart([2]).items")

    def test_uses_of_an_attribute(self):
        answer = self.ask(places.uses, "self.it|ems = items")
        self.assertEqual(self.where(answer), [("", 9), ("", 12), ("", 15), ("other.py", 2)])

    def test_uses_of_a_short_name_in_other_files(self):
        self.write("short.py", "# go\nfrom main import go as went\nfrom main import go\nimport main\ngo = main.go\nmain.go()\n")
        self.file = self.write("main.py", SHOP)
        answer = self.ask(places.uses, "def g|o")
        self.assertEqual(self.where(answer), [("", 13), ("", 18), ("short.py", 2), ("short.py", 3), ("short.py", 5),
                                              ("short.py", 6)])  # fmt: skip

    def test_uses_of_what_is_built_in(self):
        self.assertEqual(self.where(self.ask(places.uses, 'pri|nt("total"')), [("", 15), ("", 16)])

    # -- rename

    def test_rename_finds_all_of_this_file_but_no_strings_and_comments(self):
        answer = self.ask(places.rename, "def tot|al(self")
        self.assertEqual(answer[:2], ("known", "total"))
        self.assertEqual(self.where(answer), [("", 10), ("", 15), ("", 16)])
        self.assertTrue(answer[3])  # `total` of helpers stays as it is

    def test_rename_of_a_parameter_goes_along_in_calls(self):
        answer = self.ask(places.rename, "self, ta|x")
        self.assertEqual(self.where(answer), [("", 10), ("", 12), ("", 15)])
        self.assertFalse(answer[3])

    def test_rename_of_a_global(self):
        answer = self.ask(places.rename, "|LIMIT = 3")
        self.assertEqual(self.where(answer), [("", 5), ("", 15), ("", 21), ("", 22)])
        self.assertEqual(answer[5], [])

    def test_rename_tells_of_other_files_with_the_name(self):
        self.write(".venv/pyvenv.cfg", "")
        self.write("env/pyvenv.cfg", "")
        self.write("env/lib/cart.py", "Cart\n")
        self.write("not.py", "Carts\n")
        answer = self.ask(places.rename, "class Ca|rt")
        self.assertEqual([os.path.basename(path) for path in answer[5]], ["other.py"])
        self.assertEqual(self.ask(places.rename, "    c| = ")[5], [])  # of a function: nobody else sees it

    def test_names_that_are_taken(self):
        taken = dict(self.ask(places.rename, "    c| = ")[4])
        self.assertEqual((taken.get("x"), taken.get("Cart"), taken.get("print")), (13, 14, 0))
        self.assertNotIn("count", taken)  # of another function
        self.assertNotIn("c", taken)
        self.assertEqual(taken["list"], 0)
        taken = dict(self.ask(places.rename, "self.it|ems = items")[4])
        self.assertEqual((taken.get("total"), taken.get("size")), (10, 7))
        self.assertNotIn("LIMIT", taken)  # an attribute may have the name of anything else
        self.assertNotIn("list", taken)
        taken = dict(self.ask(places.rename, "|LIMIT = 3")[4])
        self.assertEqual(taken["count"], 20)  # used where LIMIT is
        self.assertNotIn("tax", taken)

    def test_imports_keep_their_names(self):
        self.assertEqual(self.ask(places.rename, "|total(3)")[0], "elsewhere")
        self.assertEqual(self.where(self.ask(places.rename, "|total(3)")), [("helpers.py", 2)])
        self.assertEqual(self.ask(places.rename, "|os.path")[0], "module")
        self.assertEqual(self.ask(places.rename, "import |total as")[0], "elsewhere")
        self.assertEqual(self.ask(places.rename, "os.path.jo|in")[0], "elsewhere")
        self.assertEqual(self.ask(places.rename, "sum|(self.")[0], "no source")
        self.assertEqual(self.ask(places.rename, "missi|ng")[0], "unknown")

    def test_a_name_behind_as_is_this_file_s(self):
        self.assertEqual(self.where(self.ask(places.rename, "|m.pi")), [("", 2), ("", 15)])
        self.assertEqual(self.where(self.ask(places.rename, "math as |m")), [("", 2), ("", 15)])
        self.assertEqual(self.where(self.ask(places.rename, "|summed(1)")), [("", 4), ("", 19)])

    def test_what_is_no_program_is_not_renamed(self):
        answer = self.ask(places.rename, "|x = 1", "x = 1\nif x\n")
        self.assertEqual((answer[0], self.where(answer)), ("unreadable", [("", 2)]))

    def test_names_in_match_statements(self):
        source = "def f(point):\n    match point:\n        case (x, y):\n            return point, x\n"
        answer = self.ask(places.rename, "f(po|int)", source)
        self.assertEqual((self.where(answer), answer[3]), ([("", 1), ("", 2), ("", 4)], False))


if __name__ == "__main__":
    unittest.main()
