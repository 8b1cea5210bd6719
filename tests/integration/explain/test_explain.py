# SPDX-License-Identifier: GPL-3.0-or-later
"""`skillet explain`: what it prints, its JSON, and the status it ends with."""

import json
import os
import signal
import subprocess
import tempfile
import unittest
from pathlib import Path

SKILLET = os.environ["SKILLET"]
PATIENCE = 120  # seconds, for what takes half a second

MISSPELT = """\
def total(order):
    return order['pirce']

order = {'sku': 1, 'price': 2}
print('before')
total(order)
"""


class Explain(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name).resolve()

    def write(self, source, name="orders.py"):
        path = self.folder / name
        path.write_text(source, encoding="utf-8")
        return str(path)

    def explain(self, *arguments, text=""):
        done = subprocess.run([SKILLET, "explain", *arguments], input=text, capture_output=True, text=True,
                              timeout=PATIENCE, cwd=self.folder)
        return done.returncode, done.stdout, done.stderr

    def as_json(self, *arguments, text=""):
        status, out, err = self.explain("--json", *arguments, text=text)
        answer = json.loads(out)
        self.assertEqual(set(answer), {"version", "errors"})
        self.assertEqual(answer["version"], 1)
        return status, answer["errors"], err


class Programs(Explain):
    def test_an_error_is_explained_after_what_python_says(self):
        status, out, err = self.explain(self.write(MISSPELT))
        self.assertEqual(status, 1)
        self.assertTrue(out.startswith("before\n"), out)
        self.assertIn("Traceback (most recent call last)", err)
        self.assertIn("KeyError: 'pirce'", err)
        for part in ("orders.py, line 2, in total", "    return order['pirce']", "           ^^^^^^^^^^^^^^",
                     "`order` has no key `'pirce'`. Perhaps `'price'` is meant?\n", "Things to try:", "  -     return order['pirce']",
                     "  +     return order['price']"):
            self.assertIn(part, out)

    def test_a_program_that_ends_well_needs_no_words(self):
        self.assertEqual(self.explain(self.write("print(6 * 7)")), (0, "42\n", ""))

    def test_arguments_are_the_programs(self):
        status, out, _ = self.explain(self.write("import sys; print(sys.argv[1:])"), "--json", "easy")
        self.assertEqual((status, out), (0, "['--json', 'easy']\n"))

    def test_standard_input_is_the_programs(self):
        status, out, _ = self.explain(self.write("print(input('name? ') * 2)"), text="ada\n")
        self.assertEqual(status, 0)
        self.assertIn("adaada\n", out)

    def test_the_status_of_sys_exit_is_kept(self):
        self.assertEqual(self.explain(self.write("import sys; sys.exit(7)"))[0], 7)

    def test_json_is_alone_on_standard_output(self):
        path = self.write(MISSPELT)
        status, errors, err = self.as_json(path)
        self.assertEqual(status, 1)
        self.assertIn("before\n", err)
        self.assertEqual(len(errors), 1)
        error = errors[0]
        self.assertEqual(set(error), {"type", "message", "notes", "where", "cause", "certain", "title", "why",
                                      "tries", "suggestion", "frames", "chain", "foundAtLine"})
        self.assertEqual((error["type"], error["message"]), ("KeyError", "'pirce'"))
        self.assertEqual(error["cause"], "key-error.near-key")
        self.assertIs(error["certain"], False)
        where = error["where"]
        self.assertEqual((where["file"], where["line"], where["column"], where["endColumn"], where["function"]),
                         (path, 2, 11, 25, "total"))
        self.assertEqual(error["suggestion"], {"line": 2, "before": "    return order['pirce']",
                                               "after": "    return order['price']"})
        self.assertEqual([frame["line"] for frame in error["frames"]], [6, 2])
        self.assertIsNone(error["foundAtLine"])

    def test_json_of_a_program_that_ends_well_has_no_errors(self):
        self.assertEqual(self.as_json(self.write("print('x')"))[:2], (0, []))

    def test_what_does_not_compile_is_explained(self):
        status, errors, _ = self.as_json(self.write("for i in range(3)\n    print(i)\n"))
        self.assertEqual(status, 1)
        self.assertEqual(errors[0]["type"], "SyntaxError")
        self.assertEqual(errors[0]["suggestion"]["after"], "for i in range(3):")
        self.assertIsNone(errors[0]["frames"][-1]["function"])

    def test_what_does_not_compile_is_pointed_at(self):
        self.assertIn("    if 3 > 2\n            ^\n", self.explain(self.write("if 3 > 2\n    pass\n"))[1])

    def test_a_chain_is_told(self):
        source = "try:\n    {}['a']\nexcept KeyError as e:\n    raise ValueError('no') from e\n"
        chain = self.as_json(self.write(source))[1][0]["chain"]
        self.assertEqual(chain, [{"type": "KeyError", "message": "'a'", "link": "cause"}])
        self.assertIn("\nRaised because of KeyError: 'a'\n", self.explain(self.write(source))[1])
        source = source.replace(" from e", "")
        self.assertIn("\nRaised while KeyError: 'a' was handled\n", self.explain(self.write(source))[1])

    def test_the_members_of_a_group_are_told(self):
        source = "raise ExceptionGroup('all', [ValueError(n) for n in range(14)])\n"
        out = self.explain(self.write(source))[1]
        self.assertIn("\nIn the group: ValueError: 0\nIn the group: ValueError: 1\n", out)
        self.assertIn("\nAnd more: ", out)

    def test_a_missing_file_is_named(self):
        status, out, err = self.explain("nowhere.py")
        self.assertEqual((status, out), (2, ""))
        self.assertIn("nowhere.py", err)

    def test_a_crash_in_c_is_said(self):
        status, _, err = self.explain(self.write("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)"))
        self.assertEqual(status, 2)
        self.assertIn("skillet explain: Python crashed in C code", err)
        self.assertNotIn("fresh Python", err)  # nobody goes on here

    def test_the_program_has_the_name_that_was_typed(self):
        self.write("import sys; print(sys.argv)")
        status, out, _ = self.explain("orders.py", "easy")
        self.assertEqual((status, out), (0, "['orders.py', 'easy']\n"))

    def test_an_encoding_comment_counts(self):
        (self.folder / "menu.py").write_bytes("# coding: latin-1\nprint('caf\xe9' == 'caf\\xe9')\n".encode("latin-1"))
        self.assertEqual(self.explain("menu.py")[:2], (0, "True\n"))

    def test_another_encoding_than_utf8_is_explained(self):
        (self.folder / "menu.py").write_bytes("x = 1\nname = 'caf\xe9'\n".encode("latin-1"))
        status, errors, err = self.as_json("menu.py")
        python = subprocess.run([os.environ["SKILLET_PYTHON"], "menu.py"], capture_output=True, text=True, cwd=self.folder)
        self.assertEqual((status, err), (1, python.stderr))
        self.assertEqual(errors[0]["cause"], "syntax.encoding-not-utf8")
        self.assertEqual(errors[0]["where"]["line"], 2)

    def test_control_c_stops_the_program(self):
        path = self.write("import time\nprint('up', flush=True)\nwhile True: time.sleep(0.01)\n")
        with subprocess.Popen([SKILLET, "explain", path], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, text=True) as process:
            self.assertEqual(process.stdout.readline(), "up\n")
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=PATIENCE)
        self.assertEqual(process.returncode, 130)


class Texts(Explain):
    def traceback(self, name="KeyError: 'a'"):
        return f'Traceback (most recent call last):\n  File "/srv/app.py", line 3, in <module>\n    run()\n{name}\n'

    def test_each_traceback_is_explained_in_order(self):
        text = "INFO up\n" + self.traceback() + "INFO on\n" + self.traceback("ZeroDivisionError: division by zero")
        status, errors, _ = self.as_json("-", text=text)
        self.assertEqual(status, 1)
        self.assertEqual([error["type"] for error in errors], ["KeyError", "ZeroDivisionError"])
        self.assertEqual([error["foundAtLine"] for error in errors], [2, 7])
        self.assertTrue(all(error["title"] for error in errors))

    def test_words_name_the_lines(self):
        status, out, err = self.explain("-", text=self.traceback() + "x\n" + self.traceback())
        self.assertEqual((status, err), (1, ""))
        self.assertIn("Line 1\n", out)
        self.assertIn("Line 6\n", out)
        self.assertIn("KeyError: 'a'", out)

    def test_a_text_without_one_is_said_so(self):
        status, out, err = self.explain("-", text="all is well\n")
        self.assertEqual((status, out), (0, ""))
        self.assertIn("no traceback", err)
        self.assertEqual(self.as_json("-", text="")[:2], (0, []))

    def test_the_source_is_taken_from_the_file_when_it_is_there(self):
        path = self.write("for i in range(3):\nprint(i)\n")
        python = os.environ["SKILLET_PYTHON"]
        said = subprocess.run([python, path], capture_output=True, text=True, timeout=PATIENCE).stderr
        error = self.as_json("-", text=said)[1][0]
        self.assertEqual(error["where"]["file"], path)
        self.assertEqual(error["suggestion"], {"line": 2, "before": "print(i)", "after": "    print(i)"})
        self.write("print('b')\n")
        self.assertIsNone(self.as_json("-", text=said)[1][0]["suggestion"])

    def test_what_is_not_text_is_survived(self):
        done = subprocess.run([SKILLET, "explain", "-"], input=bytes(range(256)) * 100, capture_output=True,
                              timeout=PATIENCE)
        self.assertEqual(done.returncode, 0)


class BadInput(Explain):
    def refused(self, *arguments, **input):
        done = subprocess.run([SKILLET, "explain", *arguments], capture_output=True, timeout=PATIENCE,
                              cwd=self.folder, **input)
        self.assertEqual((done.returncode, done.stdout), (2, b""))
        return done.stderr.decode()

    def test_a_folder_is_named(self):
        self.assertIn("is a folder", self.refused(str(self.folder)))

    def test_a_folder_as_standard_input_is_said_so(self):
        folder = os.open(self.folder, os.O_RDONLY)
        try:
            self.assertIn("standard input can't be read", self.refused("-", stdin=folder))
        finally:
            os.close(folder)

    def test_what_is_no_text_is_named(self):
        path = self.folder / "picture.py"
        path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 50)
        self.assertIn("not UTF-8", self.refused(str(path)))

    def test_an_empty_program_has_no_error(self):
        self.assertEqual(self.explain(self.write("")), (0, "", ""))
        self.assertEqual(self.as_json(self.write(""))[:2], (0, []))

    def test_a_long_log_is_read_whole(self):
        one = 'Traceback (most recent call last):\n  File "/srv/app.py", line 3, in <module>\n    run()\nKeyError: \'a\'\n'
        noise = "2026-01-31 12:00:00 INFO served /index.html in 3 ms\n" * 20_000
        text = noise.join([one] * 50) + noise
        self.assertGreater(len(text), 50_000_000)
        status, errors, _ = self.as_json("-", text=text)
        self.assertEqual((status, len(errors)), (1, 50))
        self.assertEqual([error["foundAtLine"] for error in errors[:3]], [1, 20_005, 40_009])


class EveryPython(Explain):
    """The forms that tracebacks have had: without marks, with them, and with the marks of 3.13 and 3.14."""

    FORMS = (
        ("3.8", "    return order['pirce']\n", "KeyError: 'pirce'", "KeyError"),
        ("3.11", "    return order['pirce']\n           ~~~~~^^^^^^^^^\n", "KeyError: 'pirce'", "KeyError"),
        ("3.13", "    return order['pirce']\n           ~~~~~^^^^^^^^^\n", "KeyError: 'pirce'", "KeyError"),
        ("3.10 syntax", "    if x\n        ^\n", "SyntaxError: expected ':'", "SyntaxError"),
        ("3.8 syntax", "    if x\n       ^\n", "SyntaxError: invalid syntax", "SyntaxError"),
        ("3.14 name", "    prnt(1)\n    ^^^^\n", "NameError: name 'prnt' is not defined. Did you mean: 'print'?",
         "NameError"),
    )  # fmt: skip

    def test_is_understood(self):
        for version, code, end, kind in self.FORMS:
            place = '  File "/srv/shop.py", line 2' + ("" if kind == "SyntaxError" else ", in total") + "\n"
            head = "" if kind == "SyntaxError" else "Traceback (most recent call last):\n"
            with self.subTest(version):
                status, errors, _ = self.as_json("-", text=head + place + code + end + "\n")
                self.assertEqual((status, len(errors)), (1, 1))
                self.assertEqual(errors[0]["type"], kind)
                self.assertEqual((errors[0]["where"]["file"], errors[0]["where"]["line"]), ("/srv/shop.py", 2))
                self.assertTrue(errors[0]["title"])


class CommandLine(Explain):
    def test_help_tells_of_status_and_json(self):
        status, out, _ = self.explain("--help")
        self.assertEqual(status, 0)
        for word in ("--json", "Status at the end", "suggestion"):
            self.assertIn(word, out)
        everything = subprocess.run([SKILLET, "--help"], capture_output=True, text=True, timeout=PATIENCE).stdout
        self.assertIn("explain FILE", everything)

    def test_nothing_to_explain_is_misuse(self):
        status, _, err = self.explain()
        self.assertEqual(status, 2)
        self.assertIn("skillet explain --help", err)
        self.assertEqual(self.explain("--nonsense", "x.py")[0], 2)


if __name__ == "__main__":
    unittest.main()
