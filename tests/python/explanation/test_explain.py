# SPDX-License-Identifier: GPL-3.0-or-later
import builtins
import unittest

from skillet_analyst import explanation
from skillet_analyst.explanation import general

_ANN = {"file": "a.py", "function": "<module>", "sourceLine": "print(total)", "origin": 0,
        "range": {"line": 3, "endLine": 3, "column": 0, "endColumn": 12}, "repeated": 0,
        "values": [{"name": "total", "type": "int", "preview": "3", "length": -1, "known": True}]}


class Explain(unittest.TestCase):
    def test_answers_whatever_comes_in(self):
        for traceback in ({}, {"exceptions": []}, {"exceptions": [{}]}, {"exceptions": [{"type": 3, "frames": [None]}]},
                          {"exceptions": [{"type": "KeyError", "frames": [{"range": None, "values": 5}]}]},
                          {"exceptions": 5}, {"exceptions": [{"type": "TypeError", "frames": 3, "notes": 3}]},
                          {"exceptions": [{"type": "NameError", "message": "name 'x' is not defined",
                                           "frames": [{"values": [{}], "sourceLine": "(((", "range": {"line": 3}}]}]}):
            with self.subTest(traceback):
                found = explanation.explain(traceback, None, (3, 11))
                self.assertTrue(found.title)

    def test_a_rule_that_fails_leaves_the_general_text(self):
        def fail(failure):
            raise LookupError("a rule's own mistake")

        before, explanation.runtime.find = explanation.runtime.find, fail
        try:
            found = explanation.explain({"exceptions": [{"type": "KeyError", "message": "3"}]}, None, (3, 11))
        finally:
            explanation.runtime.find = before
        self.assertEqual(found.cause, "")
        self.assertIn("no such key", found.title)

    def test_a_source_of_another_version_is_not_trusted(self):
        frame = {**_ANN, "sourceLine": "print(cost)"}
        error = {"type": "NameError", "message": "name 'cost' is not defined", "frames": [frame]}
        found = explanation.explain({"exceptions": [error]}, "costs = 1\nx = 2\nprint(cost + 1)\n", (3, 11))
        self.assertNotIn("costs", found.title)


class General(unittest.TestCase):
    def test_every_builtin_class_has_a_text(self):
        for name, kind in vars(builtins).items():
            if isinstance(kind, type) and issubclass(kind, BaseException):
                with self.subTest(name):
                    meaning, attempt = general.TEXTS[name]
                    self.assertTrue(meaning.endswith(".") and attempt.endswith((".", "`")), name)

    def test_every_class_that_python_itself_has_is_told_from_the_others(self):
        known, pending = set(), [BaseException]
        while pending:
            kind = pending.pop()
            pending.extend(kind.__subclasses__())
            if kind.__module__ == "builtins":
                known.add(kind.__name__)
        self.assertGreater(len(known), 60)
        self.assertEqual(sorted(known - set(general.TEXTS)), [])
        meanings = {}
        for name in known:
            self.assertNotIn(general.TEXTS[name][0], meanings, name)
            meanings[general.TEXTS[name][0]] = name

    def test_every_class_of_3_11_to_3_13_has_one_whichever_runs_here(self):
        for name in (
            "ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError "
            "BrokenPipeError BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError "
            "ConnectionRefusedError ConnectionResetError DeprecationWarning EOFError EncodingWarning EnvironmentError "
            "Exception ExceptionGroup FileExistsError FileNotFoundError FloatingPointError FutureWarning GeneratorExit "
            "IOError ImportError ImportWarning IndentationError IndexError InterruptedError IsADirectoryError KeyError "
            "KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError NotADirectoryError "
            "NotImplementedError OSError OverflowError PendingDeprecationWarning PermissionError ProcessLookupError "
            "PythonFinalizationError RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning "
            "StopAsyncIteration StopIteration SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError "
            "TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError "
            "UnicodeWarning UserWarning ValueError Warning ZeroDivisionError _IncompleteInputError"
        ).split():
            with self.subTest(name):
                self.assertIn(name, general.TEXTS)

    def test_classes_of_newer_pythons_have_one_too(self):
        for name in ("PythonFinalizationError", "EncodingWarning", "ExceptionGroup", "WindowsError"):
            self.assertIn(name, general.TEXTS)

    def test_says_that_it_is_general_and_names_the_values(self):
        error = {"type": "ValueError", "message": "what nobody foresaw", "frames": [_ANN]}
        found = explanation.explain({"exceptions": [error]}, None, (3, 11))
        self.assertEqual(found.cause, "")
        self.assertIn("Nothing more specific is known", found.why)
        self.assertIn("`total` is a whole number", found.why)
        self.assertIn("what nobody foresaw", found.title)
        self.assertIn("`print(total)`", found.tries[1])

    def test_a_class_of_the_program_is_not_claimed_to_be_known(self):
        error = {"type": "shop.StockError", "message": "sold out", "frames": [_ANN]}
        found = explanation.explain({"exceptions": [error]}, None, (3, 11))
        self.assertIn("belongs to the program or to a library", found.why)
        self.assertIn("`StockError`", found.title)

    def test_backticks_stay_paired(self):
        error = {"type": "ValueError", "message": "a ` b", "frames": [{**_ANN, "sourceLine": "x = '`'"}]}
        found = explanation.explain({"exceptions": [error]}, None, (3, 11))
        self.assertEqual(found.title.count("`") % 2, 0)


if __name__ == "__main__":
    unittest.main()
