# SPDX-License-Identifier: GPL-3.0-or-later
import os
import subprocess
import sys
import tempfile
import unittest

from skillet_worker import helptext


class Ran(BaseException):
    """Code of the learner's was run."""


def run(*_arguments):
    raise Ran


class Shop:
    """A shop."""

    size = 3

    def sell(self, what=1):
        """Sells it.

        Or not.
        """

    @property
    def price(self):
        """What it costs."""
        run()


class Hostile(Shop):
    __getattribute__ = __getattr__ = __repr__ = __eq__ = __len__ = __bool__ = __dir__ = run
    __hash__ = None
    __class__ = __doc__ = __name__ = property(run)


def shown(topic, **names):
    return helptext.help_text(topic, names, lambda value: "<preview>")


class HelpText(unittest.TestCase):
    def test_functions_read_as_in_help(self):
        self.assertEqual(shown("len")[1], "len(obj, /)\n    Return the number of items in a container.\n")
        self.assertEqual(shown("Shop.sell", Shop=Shop)[1], "sell(self, what=<preview>)\n    Sells it.\n\n    Or not.\n")
        self.assertEqual(shown("x.append", x=[])[0], "function x.append")

    def test_classes_list_what_they_define_and_inherit(self):
        title, text = shown("Hostile", Hostile=Hostile)
        self.assertIn("class Hostile in module", title)
        self.assertIn("class Hostile(Shop)", text)
        self.assertIn("inherited from Shop", text)
        self.assertIn(" |  sell(self, what=<preview>)\n |      Sells it.", text)
        self.assertIn(" |  price\n |      What it costs.", text)

    def test_objects_are_shown_with_their_class(self):
        text = shown("hostile", hostile=object.__new__(Hostile))[1]
        self.assertTrue(text.startswith("hostile = <preview>\n\nclass Hostile(Shop)"))
        self.assertEqual(shown("h.price", h=object.__new__(Hostile))[1], "price\n    What it costs.\n")

    def test_modules(self):
        title, text = shown("os", os=os)
        self.assertEqual(title, "module os")
        for part in ("NAME\n    os - OS routines", "FUNCTIONS\n", "getenv(key, default=<preview>)", "DATA\n", "FILE\n"):
            self.assertIn(part, text)
        self.assertIn("NAME\n    unittest", shown("unittest")[1])

    def test_keywords_operators_and_topics(self):
        self.assertIn('The "for" statement', shown("for")[1])
        self.assertIn("power operator", shown("**")[1])
        self.assertTrue(shown("LOOPING")[1])

    def test_what_there_is_no_help_for(self):
        for topic in ("", "nothing", "x.nothing", "f()", "1 + 1", "a..b", "\0"):
            self.assertEqual(shown(topic, x=1), (topic.strip(), ""))

    def test_a_long_text_is_cut(self):
        kind = type("Long", (), {"__doc__": "x" * 1_000_000})
        self.assertLess(len(shown("Long", Long=kind)[1]), 210_000)

    def test_a_file_of_the_learner_s_is_not_imported_for_a_topic(self):
        with tempfile.TemporaryDirectory() as folder:
            for name in ("pydoc", "inspect", "platform", "pydoc_data"):
                with open(os.path.join(folder, name + ".py"), "w") as file:
                    file.write("raise SystemExit('imported')\n")
            # As in the worker: the folder comes onto the path after the module was loaded.
            program = (
                "import sys; from skillet_worker import helptext; sys.path.insert(0, sys.argv[1])\n"
                "print('statement' in helptext.help_text('while', {}, str)[1])"
            )
            path = os.path.dirname(os.path.dirname(helptext.__file__))
            result = subprocess.run(
                [sys.executable, "-B", "-P", "-c", program, folder],
                env={**os.environ, "PYTHONPATH": path},
                capture_output=True,
                text=True,
            )
            self.assertEqual((result.stdout, result.stderr), ("True\n", ""))


if __name__ == "__main__":
    unittest.main()
