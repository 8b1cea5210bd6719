# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves that the guard finds each kind of breach, and nothing in a tree that keeps the rules."""

import os
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import guard  # noqa: E402

SPDX = "// SPDX-License-Identifier: GPL-3.0-or-later\n"
GOOD = {
    "app/core/result.h": SPDX + "#pragma once\n#include <QString>\n",
    "app/core/paths.cpp": SPDX + '#include "core/result.h"\n#include <QDir>\n// emit nothing; waitFor( nobody\n',
    "app/progress/store.h": SPDX + '#pragma once\n#include "core/result.h"\n#include <QSqlDatabase>\n',
    "app/protocol/frame.h": SPDX + "#pragma once\n#include <vector>\n",
    "app/worker/main.cpp": SPDX + '#include "protocol/frame.h"\n#include <Python.h>\n#include <pybind11/embed.h>\n',
    "app/worker/python/console.py": "# SPDX-License-Identifier: GPL-3.0-or-later\n",
    "app/main.cpp": SPDX + '#include "mainwindow.h"\n#include "progress/store.h"\n#include "tour/tour.h"\n',
    "ui/mainwindow.h": SPDX + '#pragma once\n#include "editor/page.h"\n#include <QWidget>\n',
    "ui/editor/page.h": SPDX + '#pragma once\n#include "core/result.h"\n',
    "ui/editor/page.cpp": SPDX + '#include "editor/page.h"\n'
                          + 'const char *text = "waitForStarted() SIGNAL(x) instance()";\n'
                          + "const int million = 1'000'000; const char quote = '\"';\n"
                          + 'const char *raw = R"(emit me; QEventLoop)";\n',
    "ui/tour/tour.h": SPDX + '#pragma once\n#include "mainwindow.h"\n#include <QTest>\n',
    "tests/unit/core/tst_paths.cpp": SPDX + "#include <QTest>\nvoid f() { process.waitForFinished(); }\n",
    "README.md": "# Skillet\n\nColour #333333, channel #fff, C#7 and page.html#12; /workspace/x, ~/work/x.\n",
}
QT_HEADERS = {"QtCore": ["QString", "QDir"], "QtSql": ["QSqlDatabase"], "QtWidgets": ["QWidget"],
              "QtTest": ["QTest"], "QtNetwork": ["QLocalSocket"]}


class GuardTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.headers = os.path.join(self.folder.name, "headers")
        for module, names in QT_HEADERS.items():
            for name in names:
                self.put(f"headers/{module}/{name}", "")
        for name, text in GOOD.items():
            self.put("tree/" + name, text)

    def put(self, name, text):
        path = os.path.join(self.folder.name, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)

    def breaches(self):
        return guard.breaches(guard.Tree(os.path.join(self.folder.name, "tree"), [self.headers]))

    def assert_breach(self, name, text, line, words):
        """With the file `name` of that text, there is just one breach: there, on that line, with those words."""
        self.put("tree/" + name, text)
        found = self.breaches()
        self.assertEqual(len(found), 1, "\n".join(map(str, found)))
        self.assertEqual((found[0].file, found[0].line), (name, line))
        self.assertIn(words, found[0].what)

    def source(self, *lines):
        return SPDX + "\n".join(lines) + "\n"

    def header(self, *lines):
        return self.source("#pragma once", *lines)

    def test_a_tree_that_keeps_the_rules_has_no_breach(self):
        self.assertEqual([str(b) for b in self.breaches()], [])

    def test_includes_follow_the_table(self):
        for name, include, words in [
            ("app/core/a.cpp", "course/course.h", "core may not use course"),
            ("app/course/a.cpp", "progress/store.h", "course may not use progress"),
            ("app/progress/a.cpp", "mainwindow.h", "progress may not use ui"),
            ("app/progress/a.cpp", "runner/session.h", "progress may not use runner"),
            ("app/protocol/a.cpp", "core/result.h", "protocol may not use core"),
            ("app/worker/a.cpp", "core/result.h", "worker may not use core"),
            ("app/runner/a.cpp", "worker/host.h", "runner may not use worker"),
            ("ui/a.cpp", "protocol/frame.h", "ui may not use protocol"),
            ("ui/editor/a.cpp", "worker/host.h", "ui may not use worker"),
            ("ui/editor/a.cpp", "tour/tour.h", "ui may not use tour"),
            ("app/application.cpp", "worker/host.h", "main may not use worker"),
        ]:
            with self.subTest(name=name, include=include):
                self.setUp()
                for other in ("app/course/course.h", "app/runner/session.h", "app/worker/host.h"):
                    self.put("tree/" + other, self.header())
                self.assert_breach(name, self.source("", f'#include "{include}"'), 3, words)

    def test_an_include_by_a_roundabout_path_is_seen(self):
        self.assert_breach("app/core/a.cpp", self.source('#include "../progress/store.h"'), 2, "may not use progress")

    def test_an_include_of_nothing_is_seen(self):
        self.assert_breach("app/core/a.cpp", self.source('#include "core/gone.h"'), 2, "is no file")

    def test_generated_moc_files_are_fine(self):
        self.put("tree/app/core/a.cpp", self.source('#include "a.moc"', '#include "moc_a.cpp"'))
        self.assertEqual(self.breaches(), [])

    def test_an_unknown_library_is_seen(self):
        self.assert_breach("app/cloud/a.cpp", self.source(), 1, "not in the table")

    def test_qt_modules_follow_the_table(self):
        for name, header, words in [
            ("app/core/a.cpp", "QWidget", "core may not use QtWidgets"),
            ("app/core/a.cpp", "QtWidgets/QWidget", "core may not use QtWidgets"),
            ("app/course/a.cpp", "QSqlDatabase", "course may not use QtSql"),
            ("app/protocol/a.cpp", "QString", "protocol may not use QtCore"),
            ("app/worker/a.cpp", "QString", "worker may not use QtCore"),
            ("ui/a.cpp", "QLocalSocket", "ui may not use QtNetwork"),
            ("ui/a.cpp", "QTest", "ui may not use QtTest"),
        ]:
            with self.subTest(name=name, header=header):
                self.setUp()
                self.assert_breach(name, self.source(f"#include <{header}>"), 2, words)

    def test_confined_headers_stay_where_they_are(self):
        for name, header in [("app/runner/a.cpp", "Python.h"), ("ui/a.cpp", "pybind11/pybind11.h"),
                             ("app/course/a.cpp", "toml++/toml.h"), ("ui/a.cpp", "private/qwidget_p.h")]:
            with self.subTest(header=header):
                self.setUp()
                self.assert_breach(name, self.source(f"#include <{header}>"), 2, header)

    def test_python_files_outside_the_worker_are_seen(self):
        self.assert_breach("app/runner/helper.py", "x = 1\n", 1, "only app/worker")

    def test_headers_in_a_circle_are_seen(self):
        self.put("tree/ui/a.h", self.header('#include "b.h"'))
        self.put("tree/ui/b.h", self.header('#include "editor/c.h"'))
        self.put("tree/ui/editor/c.h", self.header('#include "a.h"'))
        self.assertEqual([str(b) for b in self.breaches()],
                         ["ui/a.h:1: headers in a circle: ui/a.h -> ui/b.h -> ui/editor/c.h -> ui/a.h"])

    def test_long_files_are_seen(self):
        self.assert_breach("ui/a.cpp", self.source(*["// x"] * 400), 401, "401 lines")
        self.setUp()
        self.assert_breach("ui/a.h", self.header(*["// x"] * 149), 151, "151 lines")
        self.setUp()
        self.put("tree/ui/a.cpp", self.source(*["// x"] * 399))
        self.put("tree/ui/a.h", self.header(*["// x"] * 148))
        self.assertEqual(self.breaches(), [])

    def test_long_functions_are_seen(self):
        self.assert_breach("ui/a.cpp", self.source("void f()", "{", *["    g();"] * 51, "}"), 3, "51 lines")
        self.setUp()
        self.put("tree/ui/a.cpp", self.source("void f()", "{", *["    g();"] * 50, "}"))
        self.assertEqual(self.breaches(), [])

    def test_functions_are_measured_one_by_one(self):
        text = "\n".join(["class A", "{", "    void f()", "    {", "        g();", "    }", "};", "", "void A::g()", "{",
                          "    const auto l = [] {", '        return "}";', "    };", "    if (x) {", "    }",
                          "    // }", "}", "namespace {", "void h()", "{", "}", "}"])
        self.assertEqual(list(guard.functions(text)), [(4, 1), (10, 6), (20, 0)])

    def test_forbidden_words_are_seen(self):
        for code, words in [
            ("Registry::instance().add(x);", "singletons"), ("connect(a, SIGNAL(x()), b);", "connect with"),
            ("connect(a, SLOT(x()));", "connect with"), ("process.waitForStarted();", "window's thread"),
            ("QEventLoop loop;", "nested"), ("emit changed();", "Q_EMIT"), ("signals:", "Q_SIGNALS"),
            ("public slots:", "Q_SLOTS"),
        ]:
            with self.subTest(code=code):
                self.setUp()
                self.assert_breach("ui/a.cpp", self.source("", "  " + code), 3, words)

    def test_tests_may_wait_but_not_connect_by_name(self):
        self.put("tree/tests/ui/a.cpp", self.source("process.waitForStarted(); QEventLoop loop;"))
        self.assertEqual(self.breaches(), [])
        self.assert_breach("tests/ui/b.cpp", self.source("connect(a, SIGNAL(x()), b);"), 2, "connect with")

    def test_forbidden_texts_are_seen_everywhere(self):
        number = "#" + "12"
        for name, text, words in [
            ("README.md", f"Fine.\nSee issue {number}.\n", "tracker"),
            ("CHANGELOG.md", f"\n- Faster ({number})\n", "tracker"),
            ("curriculum/a.md", f"\nfixes: {number}\n", "tracker"),
            ("packaging/a.py", "\n# GH-" + "7\n", "tracker"),
            ("packaging/a.sh", "\ncd /" + "work/main\n", "one machine"),
            ("packaging/b.sh", "\nls /" + "root/.cache\n", "one machine"),
            ("packaging/run", "\ncurl https://pypi." + "org/simple\n", "package host"),
            (".ci/run", "\ndeb http://deb.debian." + "org/debian bookworm\n", "package host"),
        ]:
            with self.subTest(name=name):
                self.setUp()
                self.assert_breach(name, text, 2, words)

    def test_form_is_kept(self):
        self.assert_breach("ui/Page.cpp", self.source(), 1, "lower case")
        self.setUp()
        self.assert_breach("ui/a.cpp", "int x;\n", 1, "SPDX")
        self.setUp()
        self.assert_breach("ui/a.h", SPDX, 1, "#pragma once")
        self.setUp()
        self.assert_breach("ui/a.cpp", self.source("", "// TO" + "DO: more"), 3, "finish it")

    def test_build_folders_are_not_searched(self):
        self.put("tree/out/CMakeCache.txt", "")
        self.put("tree/out/app/core/a.cpp", "emit x;\n")
        self.put("tree/build/dev/a.md", "/" + "work/x\n")
        self.assertEqual(self.breaches(), [])

    def test_the_program_fails_on_a_breach_and_on_an_empty_tree(self):
        program = os.path.join(os.path.dirname(os.path.abspath(__file__)), "guard.py")
        tree = os.path.join(self.folder.name, "tree")

        def run():
            return subprocess.run([sys.executable, program, tree, "--qt-headers", self.headers],
                                  capture_output=True, text=True)

        self.assertEqual(run().returncode, 2)
        for n in range(20):
            self.put(f"tree/ui/many{n}.cpp", self.source())
        self.assertEqual(run().returncode, 0, run().stdout)
        self.put("tree/ui/bad.cpp", self.source("emit x;"))
        self.assertEqual(run().returncode, 1)
        self.assertIn("ui/bad.cpp:2: ", run().stdout)


if __name__ == "__main__":
    unittest.main()
