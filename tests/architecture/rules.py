# SPDX-License-Identifier: GPL-3.0-or-later
"""What the guard holds the tree to. The tables say the same as CONTRIBUTING.md; change both together."""

import re

# Folder of app/, or "main" (app/main.cpp, app/commandline.*, app/application.*), "ui" or "tour" (ui/tour/): which of our libraries, and which Qt modules, its files may include.
MAY_USE = {
    "protocol": set(),
    "core": set(),
    "runner": {"core", "protocol"},
    "terminal": {"core", "runner", "workspace"},
    "incident": {"core", "runner"},
    "explain": {"core", "runner", "incident", "terminal"},
    "course": {"core"},
    "authoring": {"core", "runner", "terminal", "course"},
    "workspace": {"core"},
    "trace": {"core"},
    "progress": {"core", "course"},
    "study": {"core", "course", "progress"},
    "profile": {"core", "course", "progress", "study"},
    "worker": {"protocol"},
    "ui": {"core", "course", "progress", "study", "profile", "workspace", "trace", "runner", "incident"},
    "tour": {"core", "course", "progress", "study", "profile", "workspace", "trace", "runner", "incident", "ui"},
    "main": {"core", "protocol", "runner", "incident", "course", "workspace", "trace", "progress", "study", "profile", "terminal", "explain", "authoring", "ui", "tour"},
}
MAY_USE_QT = {
    "protocol": set(),
    "core": {"QtCore"},
    "runner": {"QtCore"},
    "terminal": {"QtCore"},
    "incident": {"QtCore"},
    "explain": {"QtCore"},
    "course": {"QtCore"},
    "authoring": {"QtCore"},
    "workspace": {"QtCore"},
    "trace": {"QtCore"},
    "progress": {"QtCore", "QtSql"},
    "study": {"QtCore"},
    "profile": {"QtCore", "QtSql"},
    "worker": set(),
    "ui": {"QtCore", "QtGui", "QtWidgets", "QtSvg", "QtSvgWidgets"},
    "tour": {"QtCore", "QtGui", "QtWidgets", "QtTest"},  # it plays keys and clicks
    "main": {"QtCore", "QtGui", "QtWidgets"},
}

# Headers that only one place may see: a pattern over the included name, and the folder.
CONFINED_HEADERS = [
    (re.compile(r"^(Python\.h|pybind11/.*)$"), "app/worker/", "only app/worker knows Python"),
    (re.compile(r"^toml(\+\+|plusplus)/.*$"), "app/course/tomlfile.cpp", "toml++ compiles slowly: only tomlfile.cpp"),
    (re.compile(r"^zip\.h$"), "app/course/zipfile.cpp", "only zipfile.cpp reads zip files"),
    (re.compile(r"^dtl/.*$"), "app/workspace/linediff.cpp", "only linediff.cpp compares lines"),
    (re.compile(r"^private/.*$"), "nowhere/", "Qt's private headers change without notice"),
]

LONGEST_FILE = {".cpp": 400, ".h": 150}
LONGEST_FUNCTION = 50

# Over code without comments and texts: pattern, what to say, and whether tests are exempt.
FORBIDDEN_CODE = [
    (re.compile(r"\binstance\s*\(\s*\)"), "no singletons: hand the service on by reference", False),
    (re.compile(r"\bQ?(SIGNAL|SLOT)\s*\("), "connect with member pointers or lambdas", False),
    (re.compile(r"\bwaitFor\w*\s*\("), "nothing waits on the window's thread", True),
    (re.compile(r"\bQEventLoop\b"), "no nested event loop", True),
    (re.compile(r"\bemit\s+\w"), "write Q_EMIT", False),
    (re.compile(r"\bsignals\s*:(?!:)"), "write Q_SIGNALS", False),
    (re.compile(r"\bslots\s*:(?!:)"), "write Q_SLOTS", False),
]

# Over the whole text of every file. The pieces are joined so that this file does not break its own rules.
FORBIDDEN_TEXT = [
    (re.compile(r"\b(issue|fixes|closes|resolves|see|bug|pull request)s?:?\s+#" + r"\d+\b", re.I),
     "names a number of a tracker"),
    (re.compile(r"(^|[\s(\[])#" + r"[1-9]\d?\b(?![\w;'\"])(?!.*\{)"), "names a number of a tracker"),
    (re.compile(r"\bGH-" + r"\d+\b"), "names a number of a tracker"),
    (re.compile(r"(?<![\w.$}/~-])/" + r"(work(?=/)|root/\.cache)"), "names a path of one machine"),
    (re.compile("|".join(re.escape(a + "." + b) for a, b in [
        ("deb.debian", "org"), ("security.debian", "org"), ("snapshot.debian", "org"), ("archive.ubuntu", "com"),
        ("pypi", "org"), ("pythonhosted", "org"), ("registry.npmjs", "org"), ("proxy.golang", "org"),
        ("conda.anaconda", "org"), ("crates", "io")])), "names a package host"),
]
UNFINISHED = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")
