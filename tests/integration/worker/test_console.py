# SPDX-License-Identifier: GPL-3.0-or-later
import os
import tempfile
import unittest

from harness import *


class WithWorker(unittest.TestCase):
    def setUp(self):
        self.worker = Worker()
        self.addCleanup(self.worker.__exit__)

    def out(self, source, kind=INTERACTIVE, **more):
        run = self.worker.run(source, kind, **more)
        self.assertEqual(run.end, FINISHED, run.exception)
        return run.out


class Prompts(WithWorker):
    def told(self, source, kind=INTERACTIVE):
        events = self.worker.run(source, kind).events
        return [(event["primary"], event["secondary"]) for event in events if event["t"] == "promptsChanged"]

    def test_changes_are_told_once_before_the_end(self):
        run = self.worker.run("import sys; sys.ps1 = 'In: '")
        self.assertEqual([event["t"] for event in run.events], ["promptsChanged", "runFinished"])
        self.assertEqual(self.told("1"), [])
        self.assertEqual(self.told("sys.ps2 = 5"), [("In: ", "5")])
        self.assertEqual(self.told("sys.ps1, sys.ps2 = '>>> ', '... '"), [(">>> ", "... ")])

    def test_objects_are_asked_each_time(self):
        self.assertEqual(
            self.told("class Count:\n    n = 0\n    def __str__(self):\n        self.n += 1\n        return str(self.n)\n"
                      "import sys; sys.ps1 = Count()", PASTED),
            [("1", "... ")],
        )
        self.assertEqual(self.told("None"), [("2", "... ")])
        self.assertEqual(self.told("1 / 0"), [("3", "... ")])

    def test_what_has_no_text_makes_an_empty_prompt(self):
        self.assertEqual(
            self.told("class Bad:\n    def __str__(self):\n        raise SystemExit(3)\nimport sys; sys.ps1 = Bad()", PASTED),
            [("", "... ")],
        )
        self.assertEqual(self.told("del sys.ps2"), [("", "")])
        self.assertEqual(self.told("sys.ps1 = 'x' * 1000"), [("x" * 200, "")])
        self.assertEqual(self.told("sys.ps1 = '\\ud800'"), [("\\ud800", "")])

    def test_a_text_that_never_comes_can_be_stopped(self):
        run = self.worker.start("class Slow:\n    def __str__(self):\n        print('asked')\n        while True: pass\n"
                                "import sys; sys.ps1 = Slow()", PASTED)
        self.worker.wait_for_output(run, "asked")
        self.worker.interrupt()
        self.assertEqual(self.worker.finish(run).end, FINISHED)

    def test_a_program_leaves_the_usual_prompts(self):
        self.assertEqual(self.told("import sys; sys.ps1 = 'In: '"), [("In: ", "... ")])
        self.assertEqual(self.told("x = 1", FILE), [(">>> ", "... ")])
        self.assertEqual(self.told("x"), [])


class Prompt(WithWorker):
    def test_an_expressions_value_is_shown(self):
        self.assertEqual(self.out("1+1"), "2\n")

    def test_none_is_not_shown(self):
        self.assertEqual(self.out("None"), "")

    def test_last_value_is_kept(self):
        self.out("6*7")
        self.assertEqual(self.out("_ + 1"), "43\n")

    def test_names_stay(self):
        self.out("x = 5")
        self.assertEqual(self.out("x"), "5\n")

    def test_a_block_over_several_lines_runs(self):
        self.assertEqual(self.out("for i in range(3):\n    print(i)\n"), "0\n1\n2\n")
        self.assertEqual(self.out("for i in range(2):\n    i\n"), "0\n1\n")

    def test_blank_and_comment_do_nothing(self):
        for source in ("", "   ", "# only a comment", "\n\n"):
            self.assertEqual(self.out(source), "")

    def test_of_a_pasted_block_the_last_value_is_shown_and_of_lines_every_one(self):
        source = "x = 3\ndef f(n):\n    return n * x\nf(1)\nf(2)"
        self.assertEqual(self.out(source, PASTED), "6\n")
        self.assertEqual(self.out(source, LINES), "3\n6\n")
        self.assertEqual(self.out(source), "3\n6\n")

    def test_pasted_nothing_does_nothing(self):
        self.assertEqual(self.out("# nothing\n", PASTED), "")

    def test_future_imports_stay_in_force(self):
        self.out("from __future__ import annotations")
        self.out("def f(x: undefined_name): pass\n")
        self.assertEqual(self.out("f.__annotations__"), "{'x': 'undefined_name'}\n")
        self.out("from __future__ import annotations\ny = 1", PASTED)

    def test_replaced_displayhook_is_used(self):
        self.out("import sys\nsys.displayhook = lambda value: print('shown:', value)", PASTED)
        self.assertEqual(self.out("3"), "shown: 3\n")

    def test_source_of_a_function_typed_at_the_prompt_is_known(self):
        self.out("def f():\n    return 'here'\n")
        self.assertEqual(self.out("import inspect; print(inspect.getsource(f), end='')"), "def f():\n    return 'here'\n")

    def test_modules_of_the_current_folder_are_found(self):
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, "neighbour.py"), "w") as file:
                file.write("value = 17\n")
            self.assertEqual(self.out("import neighbour; print(neighbour.value)", workingFolder=folder), "17\n")

    def test_worker_is_not_on_the_path(self):
        self.assertEqual(self.out("import sys; print([p for p in sys.path if 'worker' in p], sys.argv)"), "[] ['']\n")

    def test_null_byte_is_a_syntax_error(self):
        run = self.worker.run("a\0b")
        self.assertEqual(run.end, FAILED)
        self.assertEqual(run.exception["exceptions"][0]["type"], "SyntaxError")

    def test_lone_surrogate_in_output_is_escaped(self):
        self.assertEqual(self.out("print('a\\udc80b')"), "a\\udc80b\n")


class Completeness(WithWorker):
    TABLE = {
        COMPLETE: ["", "  ", "# comment", "1+1", "x = 1", "if 1:\n  x\n", "x = 1\ny = 2", "'''a\nb'''",
                   "@d\ndef f(): pass\n", "def f():\n  return 1\n", "pass;", "for i in x:\n  y\nelse:\n  z\n",
                   "x = (1,\n2)", "print('é😀')"],
        INCOMPLETE: ["if 1:", "if 1: x", "if 1:\n  x", "def f():", "def f():\n  x", "(", "[1,", "f(1,", "'''abc", "x = \\", "@d",
                     "try:\n  x", "class A:", "{1:", "for i in x:\n  y\nelse:", "def f():\n  '''doc"],
        INVALID: ["\"abc", "lambda", "1 if 2", "if 1:\nx", "x = = 1", ")", "1 2", "print 1", "a\0b", "def",
                  "x = 'a", "try:\n  x\n", "if 1:\n", "@d\n", "return 1"],
    }

    def test_table(self):
        for state, sources in self.TABLE.items():
            for source in sources:
                with self.subTest(source=source):
                    self.assertEqual(self.worker.completeness(source), state)

    def test_asking_says_nothing_and_changes_nothing(self):
        self.worker.completeness("print('no')")
        self.worker.completeness("'\\d'")
        self.assertEqual(self.out("1"), "1\n")
        self.assertEqual(self.worker.runs[1].err, "")


class Files(WithWorker):
    def setUp(self):
        super().setUp()
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def path(self, name):
        return os.path.join(self.folder, name)

    def test_a_program_sees_what_python_would_give_it(self):
        path = self.path("programm é.py")
        source = "import sys\nprint(__name__, __file__ == sys.argv[0], sys.argv[1:], sys.path[0])\n1+1\n"
        self.assertEqual(self.out(source, FILE, file=path, arguments=["a", "b c"]),
                         f"__main__ True ['a', 'b c'] {self.folder}\n")

    def test_names_start_afresh_and_the_prompt_is_left_inside(self):
        self.out("old = 1")
        self.out("new = 2", FILE, file=self.path("a.py"))
        self.assertEqual(self.out("new"), "2\n")
        self.assertEqual(self.out("'old' in globals()"), "False\n")
        self.assertEqual(self.out("import __main__; __main__.new"), "2\n")

    def test_a_changed_module_counts_at_the_next_run(self):
        for value in (1, 22):
            with open(self.path("part.py"), "w") as file:
                file.write(f"value = {value}\n")
            self.assertEqual(self.out("import part\nprint(part.value)", FILE, file=self.path("a.py")), f"{value}\n")

    def test_a_program_reads_files_beside_its_working_folder(self):
        self.out("open('written.txt', 'w').write('x')", FILE, file=self.path("a.py"), workingFolder=self.folder)
        self.assertTrue(os.path.exists(self.path("written.txt")))

    def test_a_replaced_stdout_is_back_in_the_next_program(self):
        self.out("import sys\nsys.stdout = None", FILE, file=self.path("a.py"))
        self.assertEqual(self.out("print('here')", FILE, file=self.path("a.py")), "here\n")


if __name__ == "__main__":
    unittest.main()
