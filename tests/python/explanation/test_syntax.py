# SPDX-License-Identifier: GPL-3.0-or-later
import json
import pathlib
import random
import sys
import time
import unittest

import syntaxcapture
import syntaxnear
import syntaxprograms

from skillet_analyst import explanation
from skillet_analyst.explanation import problem, syntax
from skillet_analyst.explanation.syntax import trial

HERE = sys.version_info[:2]
# Known from CPython's words alone; the programs that cause them are too long, or belong to versions not at hand.
MESSAGES = [
    ("too-many-blocks", "SyntaxError", "too many statically nested blocks"),
    ("too-deep-indent", "IndentationError", "too many levels of indentation"),
    ("too-many-brackets", "SyntaxError", "too many nested parentheses"),
    ("null-bytes", "SyntaxError", "source code string cannot contain null bytes"),
    ("null-bytes", "ValueError", "source code cannot contain null bytes"),
    ("encoding-unknown", "SyntaxError", "unknown encoding: klingon"),
    ("encoding-unknown", "SyntaxError", "encoding problem: klingon"),
    (
        "encoding-not-utf8",
        "SyntaxError",
        "(unicode error) 'utf-8' codec can't decode byte 0xe9 in position 3: invalid continuation byte",
    ),
    (
        "encoding-not-utf8",
        "SyntaxError",
        "Non-UTF-8 code starting with '\\xe9' in file program.py on line 1, but no encoding declared",
    ),
    ("several-at-prompt", "SyntaxError", "multiple statements found while compiling a single statement"),
    ("leave-except-star", "SyntaxError", "'break', 'continue' and 'return' cannot appear in an except* block"),
    ("except-mixed", "SyntaxError", "cannot have both 'except' and 'except*' on the same 'try'"),
    ("except-star-class", "SyntaxError", "expected one or more exception types"),
    ("except-several", "SyntaxError", "multiple exception types must be parenthesized when using 'as'"),
    ("elif-after-else", "SyntaxError", "'elif' block follows an 'else' block"),
    ("conditional-statement", "SyntaxError", "expected expression before 'if', but statement is given"),
    ("conditional-statement", "SyntaxError", "expected expression after 'else', but statement is given"),
    ("import-target", "SyntaxError", "cannot use attribute as import target"),
    ("except-target", "SyntaxError", "cannot use except statement with attribute"),
    ("bytes-and-text", "SyntaxError", "cannot mix t-string literals with string or bytes literals"),
    ("parameter-brackets", "SyntaxError", "Function parameters cannot be parenthesized"),
    ("global-after-use", "SyntaxError", "name 'count' is used prior to nonlocal declaration"),
    ("default-before-plain", "SyntaxError", "non-default argument follows default argument"),
    ("default-before-plain", "SyntaxError", "parameter without a default follows parameter with a default"),
    ("unexpected-unindent", "IndentationError", "unexpected unindent"),
    ("block-missing", "IndentationError", "expected an indented block"),
    ("star-twice", "SyntaxError", "* may appear only once"),
    (
        "walrus-in-comprehension-source",
        "SyntaxError",
        "assignment expression cannot be used in a comprehension iterable expression",
    ),
    (
        "walrus-in-class-comprehension",
        "SyntaxError",
        "assignment expression within a comprehension cannot be used in a class body",
    ),
    ("keyword-repeated", "SyntaxError", "keyword argument repeated: size"),
    ("case-lookup", "SyntaxError", "patterns may only match literals and attribute lookups"),
    ("case-underscore", "SyntaxError", "cannot use '_' as a target"),
    ("await-outside", "SyntaxError", "'await' outside async function"),
    ("fstring-format", "SyntaxError", "f-string: invalid format specifier"),
    ("fstring-nested", "SyntaxError", "f-string: expressions nested too deeply"),
    ("fstring-brace-unclosed", "SyntaxError", "f-string: expecting '}'"),
    ("unpacked-augmented", "SyntaxError", "'tuple' is an illegal expression for augmented assignment"),
    (
        "escape-path",
        "SyntaxError",
        "(unicode error) 'unicodeescape' codec can't decode bytes in position 2-3: truncated \\UXXXXXXXX escape",
    ),
]


def ask(record, text, version=HERE):
    return syntax.find(problem.syntax_problem_of(problem.problem_of(record, text, version, None)))


def programs():
    for cause, texts in syntaxprograms.PROGRAMS.items():
        for text in texts:
            first, last, text = text if isinstance(text, tuple) else ((3, 8), syntaxprograms.NEWEST, text)
            if first <= HERE <= last:
                yield "syntax." + cause, text


def found_for(text, version=HERE):
    return ask(syntaxcapture.wire(syntaxcapture.failure(text), text), text, version)


class Programs(unittest.TestCase):
    def test_each_program_is_explained_by_its_cause(self):
        for cause, text in programs():
            with self.subTest(cause=cause, text=text[:200]):
                self.assertIsNotNone(syntaxcapture.failure(text), "the program compiles")
                found = found_for(text)
                self.assertIsNotNone(found)
                self.assertEqual(found.cause, cause)

    def test_look_alikes_are_not_mistaken(self):
        for wrong, misses in syntaxnear.NEAR_MISSES.items():
            self.assertIn("syntax." + wrong, syntax.CAUSES)
            for right, text, *version in misses:
                with self.subTest(wrong=wrong, text=text[:200]):
                    self.assertIsNotNone(syntaxcapture.failure(text), "the program compiles")
                    found = found_for(text, *version)
                    cause = found.cause if found else ""
                    self.assertNotEqual(cause, "syntax." + wrong)
                    if right is not None:
                        self.assertEqual(cause, "syntax." + right if right else "")

    def test_each_cause_has_near_misses(self):
        missed = {"syntax." + cause for cause, misses in syntaxnear.NEAR_MISSES.items() if misses}
        self.assertEqual(sorted(set(syntax.CAUSES) - missed), [], "no near miss for these")
        named = {right for misses in syntaxnear.NEAR_MISSES.values() for right, *_ in misses if right}
        self.assertGreater(len(named), 170)  # most say what is to be found instead

    def test_texts_that_compile_today_are_never_a_suggestions_proof(self):
        message = "expected an indented block after 'if' statement on line 1"
        record = syntaxcapture.traceback("IndentationError", message, 2, 0, "    x = 1")
        found = ask(record, "if 1:\n    x = 1\n")
        self.assertEqual(found.cause, "syntax.block-missing.if")
        self.assertIsNone(found.suggestion)

    def test_every_suggestion_mends_the_program(self):
        mended = 0
        for cause, text in programs():
            found = found_for(text)
            if found is None or found.suggestion is None:
                continue
            with self.subTest(cause=cause, text=text):
                lines = text.split("\n")
                self.assertEqual(lines[found.suggestion.line - 1], found.suggestion.before)
                lines[found.suggestion.line - 1 : found.suggestion.line] = (
                    found.suggestion.after.split("\n") if found.suggestion.after else []
                )
                before, after = trial.complaint(text), trial.complaint("\n".join(lines))
                self.assertTrue(
                    after is None or (after.line, after.message) != (before.line, before.message), found.suggestion
                )
                mended += 1
        self.assertGreater(mended, 180)

    def test_exact_repairs(self):
        for text, after in (
            ("x = 1\nif x == 1\n    x = 2\n", "if x == 1:"),
            ("if 1:  # one\n    pass\nelse if 2:  # two\n    pass\n", "elif 2:"),
            ("print(len('abc')\n", "print(len('abc'))"),
            ("def f(a, b:\n    return a\n", "def f(a, b):"),
            ("print('It's me')\n", 'print("It\'s me")'),
            ("print('hello)\n", "print('hello')"),
            ("x = 1\nif x = 1:\n    pass\n", "if x == 1:"),
            ("print 'hello'\n", "print('hello')"),
            ("print(“hello”)\n", 'print("hello")'),
            (">>> x = 1\n", "x = 1"),
            ("a = [1 2 3]\n", "a = [1, 2, 3]"),
            ("def f():\n    retrun 1\n", "    return 1"),
            ("for (i = 0; i < 3; i++):\n    print(i)\n", "for i in range(3):"),
            ("x = 1,050\n", "x = 1_050"),
            ("x = 'C:\\Users\\me'\n", "x = r'C:\\Users\\me'"),
            ("d = {a = 1, b = 2}\n", 'd = {"a": 1, "b": 2}'),
            ("my-var = 1\n", "my_var = 1"),
            ("import sqrt from math\n", "from math import sqrt"),
        ):
            with self.subTest(text=text):
                found = found_for(text)
                self.assertIsNotNone(found.suggestion)
                self.assertEqual(found.suggestion.after, after)


class Words(unittest.TestCase):
    def test_read_as_sentences(self):
        for cause, text in programs():
            with self.subTest(cause=cause, text=text[:200]):
                found = found_for(text)
                for sentence in (found.title, found.why, *found.tries):
                    self.assertRegex(sentence, r"\A[A-Z`'\"].*[.:)`]\Z")
                    self.assertLess(len(sentence), 420)
                    self.assertEqual(sentence.count("`") % 2, 0, sentence)
                self.assertIn(len(found.tries), (1, 2, 3, 4))

    def test_every_cause_has_a_name(self):
        self.assertGreaterEqual(len(syntax.CAUSES), 120)
        self.assertLessEqual(set(syntax.CAUSES), set(explanation.catalogue()))
        for cause, summary in syntax.CAUSES.items():
            self.assertTrue(summary and not summary.endswith("."), cause)


class Versions(unittest.TestCase):
    def test_by_message_alone(self):
        for cause, kind, message in MESSAGES:
            with self.subTest(message):
                found = ask(syntaxcapture.traceback(kind, message, 1, 0, "x"), None)
                self.assertIsNotNone(found)
                self.assertEqual(found.cause, "syntax." + cause)

    def test_as_other_versions_say_it(self):
        folder = pathlib.Path(__file__).parent / "recorded"
        seen = 0
        for file in sorted(folder.glob("syntax-*.json")):
            version = tuple(int(part) for part in file.stem.partition("-")[2].split("."))
            for cause, text, *record in json.loads(file.read_text(encoding="utf-8")):
                with self.subTest(version=version, cause=cause, text=text):
                    traceback = syntaxcapture.traceback(*record)
                    traceback["exceptions"][0]["syntaxFile"] = "<fstring>" if "<fstring>" in record[1] else "program.py"
                    found = ask(traceback, text, version)
                    self.assertIsNotNone(found)
                    self.assertEqual(found.cause, "syntax." + cause)
                    seen += 1
        self.assertGreater(seen, 250)

    def test_names_what_an_older_python_does_not_know(self):
        for cause, text, line, version in (
            ("match-too-old", "x = 1\nmatch x:\n    case 1:\n        pass\n", 2, (3, 9)),
            ("except-star-too-old", "try:\n    pass\nexcept* ValueError:\n    pass\n", 3, (3, 10)),
            ("with-brackets-too-old", "with (open('a') as f, open('b') as g):\n    pass\n", 1, (3, 8)),
            ("type-statement-too-old", "type Name = str\n", 1, (3, 11)),
            ("type-parameters-too-old", "class Box[T]:\n    pass\n", 1, (3, 11)),
            ("template-too-old", "x = t'{y}'\n", 1, (3, 13)),
        ):
            with self.subTest(text):
                record = syntaxcapture.traceback("SyntaxError", "invalid syntax", line, 0, text.split("\n")[line - 1])
                found = ask(record, text, version)
                self.assertIsNotNone(found)
                self.assertEqual(found.cause, "syntax." + cause)
                found = ask(record, text, (3, 14))
                self.assertNotEqual(found and found.cause, "syntax." + cause)

    def test_every_cause_is_shown_by_something(self):
        shown = {cause for cause, texts in syntaxprograms.PROGRAMS.items() if texts}
        shown |= {cause for cause, *_ in MESSAGES}
        shown |= {"match-too-old", "except-star-too-old", "with-brackets-too-old", "template-too-old"}  # above
        self.assertEqual(set(syntax.CAUSES) - {"syntax." + cause for cause in shown}, set())

    def test_goes_through_the_front_door(self):
        text = "if 3 > 2\n    print(1)\n"
        found = explanation.explain(syntaxcapture.wire(syntaxcapture.failure(text), text), text, HERE)
        self.assertEqual(found.cause, "syntax.missing-colon.if")
        self.assertEqual(found.suggestion.after, "if 3 > 2:")

    def test_as_3_14_says_it(self):
        for cause, text, line, message in (
            ("misspelt-keyword", "whille True:\n    break\n", 1, "invalid syntax. Did you mean 'while'?"),
            ("misspelt-keyword", "improt os\n", 1, "invalid syntax. Did you mean 'import'?"),
            ("import-swapped", "import a from b\n", 1, "Did you mean to use 'from ... import ...' instead?"),
            ("fstring-empty", "x = f'{}'\n", 1, "f-string: valid expression required before '}'"),
            (
                "quote-inside",
                "x = 'don't'\n",
                1,
                "unterminated string literal (detected at line 1); perhaps you escaped the end quote",
            ),
        ):
            with self.subTest(message):
                found = ask(
                    syntaxcapture.traceback("SyntaxError", message, line, 0, text.split("\n")[line - 1]), text, (3, 14)
                )
                self.assertIsNotNone(found)
                self.assertEqual(found.cause, "syntax." + cause)


class Bounds(unittest.TestCase):
    def test_knows_the_line_alone(self):
        for text, line, cause, after in (
            ("if x = 1:", 7, "equals-in-condition", "if x == 1:"),
            ("    print 'a'", 3, "print-without-brackets", "    print('a')"),
            ("    else if y:", 3, "other-language.else-if", "    elif y:"),
        ):
            with self.subTest(text):
                found = ask(syntaxcapture.traceback("SyntaxError", "invalid syntax", line, 0, text), None)
                self.assertEqual(found.cause, "syntax." + cause)
                self.assertEqual((found.suggestion.line, found.suggestion.after), (line, after))

    def test_finds_the_place_in_a_long_file(self):
        block = (
            "def f{0}(a, b):\n    total = [a, b, (a + b) * {0}]\n    if total:\n        return total\n    return"
            " None\n\n\n"
        )
        text = (
            "".join(block.format(n) for n in range(3000))
            + "def last(x)\n    return x\n"
            + "".join(block.format(n) for n in range(500))
        )
        found = found_for(text)
        self.assertEqual(found.cause, "syntax.missing-colon.def")
        self.assertEqual((found.suggestion.line, found.suggestion.after), (21001, "def last(x):"))
        text = text.replace("def last(x)\n    return x\n", "x = [1,\n     2\nprint(x)\n")
        found = found_for(text)
        self.assertEqual(found.cause, "syntax.bracket-unclosed")
        self.assertEqual((found.suggestion.line, found.suggestion.after), (21002, "     2]"))

    def test_answers_quickly(self):
        block = (
            "def f{0}(a, b):\n    total = [a, b, (a + b) * {0}]\n    if total:\n        return total\n    return"
            " None\n\n\n"
        )
        text = "".join(block.format(n) for n in range(2000)) + "x = 3 4 5 z\n"
        record = syntaxcapture.wire(syntaxcapture.failure(text), text)
        ask(record, text)
        best = min(self._seconds(record, text) for _ in range(5))
        self.assertLess(best, 0.15)  # 0.03 is promised; machines that build are slow

    def _seconds(self, record, text):
        began = time.process_time()
        ask(record, text)
        return time.process_time() - began

    def test_no_text_is_too_odd(self):
        chance = random.Random(7)
        texts = [text for _, text in programs() if len(text) < 300]
        signs = "()[]{}'\"\\:=,. \n\t#`$!?f@é“\u200b"
        for number in range(1500):
            text = chance.choice(texts)
            at = chance.randrange(len(text))
            text = chance.choice(
                (
                    text[:at],
                    text[:at] + chance.choice(signs) + text[at:],
                    text[:at] + text[at + 1 :],
                    text + chance.choice(texts),
                )
            )
            try:
                error = syntaxcapture.failure(text)
            except ValueError:
                continue
            if error is not None:
                with self.subTest(text=text):
                    ask(syntaxcapture.wire(error, text), text)
                    ask(syntaxcapture.wire(error, text), None)
                    ask(syntaxcapture.wire(error, text), "something else\n")

    def test_nothing_is_known_about_an_odd_text(self):
        text = "x = 1 @ @ 2 : : 3\n"
        found = found_for(text)
        self.assertTrue(found is None or found.suggestion is None)


if __name__ == "__main__":
    unittest.main()
