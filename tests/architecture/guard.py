# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the tree against the rules of its architecture: who includes whom, sizes, words that must not occur.

    guard.py SOURCE_DIR [--qt-headers DIR]...

Prints `file:line: what` for each breach and exits with 1 when there is one. DIR holds QtCore/, QtGui/ and so on.
"""

import argparse
import os
import re
import sys

import rules

SKIPPED_FOLDERS = {".git", "build", "__pycache__", ".cache"}
TEXT_ENDINGS = {".cpp", ".h", ".py", ".md", ".toml", ".txt", ".cmake", ".json", ".xml", ".in", ".yml", ".yaml",
                ".desktop", ".qrc", ".sh", ".theme", ".svg", ""}
LARGEST_TEXT = 2 * 1024 * 1024
INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)', re.M)
# Comments, raw strings, strings and characters; a ' inside a number parts digits.
NOT_CODE = re.compile(r'//[^\n]*|/\*.*?\*/|R"(?P<d>[^()\\\s]{0,16})\(.*?\)(?P=d)"|"(?:\\.|[^"\\\n])*"'
                      r"|(?<![0-9a-zA-Z_])'(?:\\.|[^'\\\n])+'", re.S)


class Breach:
    def __init__(self, file, line, what):
        self.file, self.line, self.what = file, line, what

    def __str__(self):
        return f"{self.file}:{self.line}: {self.what}"


def code_only(text):
    """`text` without comments and strings, every line where it was."""
    return NOT_CODE.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


class Tree:
    """The files under a folder, by their path relative to it, with '/' between the parts."""

    def __init__(self, root, qt_headers=()):
        self.root = root
        self.files = {}
        for folder, folders, names in os.walk(root):
            folders[:] = sorted(f for f in folders if f not in SKIPPED_FOLDERS
                                and not os.path.exists(os.path.join(folder, f, "CMakeCache.txt")))
            for name in sorted(names):
                self._add(os.path.join(folder, name))
        self.qt_modules = {}
        for headers in qt_headers:
            for module in sorted(os.listdir(headers)) if os.path.isdir(headers) else []:
                if module.startswith("Qt") and os.path.isdir(os.path.join(headers, module)):
                    self.qt_modules[module] = set(os.listdir(os.path.join(headers, module)))

    def _add(self, path):
        if os.path.splitext(path)[1] not in TEXT_ENDINGS or os.path.islink(path):
            return
        if os.path.getsize(path) > LARGEST_TEXT:
            return
        with open(path, "rb") as file:
            content = file.read()
        if b"\0" not in content:
            self.files[os.path.relpath(path, self.root).replace(os.sep, "/")] = content.decode("utf-8", "replace")

    def sources(self):
        return {f: t for f, t in self.files.items() if f.endswith((".cpp", ".h")) and f.startswith(("app/", "ui/", "tests/"))}

    def product(self):
        return {f: t for f, t in self.sources().items() if not f.startswith("tests/")}

    def qt_module(self, name):
        if "/" in name:
            return name.split("/")[0] if name.split("/")[0] in self.qt_modules else None
        return next((module for module, names in self.qt_modules.items() if name in names), None)


def owner_of(file):
    """The row of the table that `file` of app/ or ui/ belongs to."""
    parts = file.split("/")
    if parts[0] == "ui":
        return "tour" if parts[1] == "tour" else "ui"
    return parts[1] if len(parts) > 2 else "main"


def resolve(tree, file, name):
    """The file of ours that `file` includes as "name", or None."""
    folder = file.rsplit("/", 1)[0]
    for candidate in (f"{folder}/{name}", f"app/{name}", f"ui/{name}", f"app/worker/{name}"):
        candidate = os.path.normpath(candidate).replace(os.sep, "/")
        if candidate in tree.files:
            return candidate
    return None


def check_includes(tree):
    for file, text in tree.product().items():
        owner = owner_of(file)
        if owner not in rules.MAY_USE:
            yield Breach(file, 1, f"'{owner}' is not in the table of libraries")
            continue
        for match in INCLUDE.finditer(text):
            line = line_of(text, match.start(1 if match.group(1) else 2))
            quoted, angled = match.groups()
            yield from check_confined(file, line, quoted or angled)
            if quoted:
                yield from check_own_include(tree, file, line, owner, quoted)
            else:
                module = tree.qt_module(angled)
                if module and module not in rules.MAY_USE_QT[owner]:
                    yield Breach(file, line, f"{owner} may not use {module} (<{angled}>)")


def check_confined(file, line, name):
    for pattern, place, why in rules.CONFINED_HEADERS:
        if pattern.match(name) and not file.startswith(place):
            yield Breach(file, line, f"{name}: {why}")


def check_own_include(tree, file, line, owner, name):
    if name.endswith(".moc") or name.startswith("moc_"):
        return
    target = resolve(tree, file, name)
    if target is None:
        # Generated headers and those of other projects are included with <>.
        yield Breach(file, line, f'"{name}" is no file of app/ or ui/')
        return
    used = owner_of(target)
    if used != owner and used not in rules.MAY_USE[owner]:
        yield Breach(file, line, f"{owner} may not use {used} ({name})")


def check_cycles(tree):
    """No two headers may need each other, by whatever way."""
    graph = {}
    for file, text in tree.product().items():
        if file.endswith(".h"):
            names = [m.group(1) for m in INCLUDE.finditer(text) if m.group(1)]
            graph[file] = [t for t in (resolve(tree, file, n) for n in names) if t]
    done = set()

    def visit(file, path):
        if file in path:
            yield Breach(file, 1, "headers in a circle: " + " -> ".join(path[path.index(file):] + [file]))
            return
        if file not in done:
            for target in graph.get(file, []):
                yield from visit(target, path + [file])
            done.add(file)

    for file in graph:
        yield from visit(file, [])


def check_sizes(tree):
    for file, text in tree.sources().items():
        longest = rules.LONGEST_FILE[os.path.splitext(file)[1]]
        lines = text.count("\n")
        if lines > longest:
            yield Breach(file, lines, f"{lines} lines, at most {longest}: split it by meaning")


def functions(text):
    """(line, length) of every function: clang-format puts their braces, and only theirs and those of types, alone on
    lines of the same indent; a type ends in `};`."""
    lines = code_only(text).split("\n")
    for start, line in enumerate(lines):
        if line.strip() != "{":
            continue
        indent = line[:line.index("{")]
        for end in range(start + 1, len(lines)):
            if lines[end].startswith(indent + "}"):
                if lines[end].rstrip() == indent + "}":
                    yield start + 1, end - start - 1
                break


def check_functions(tree):
    for file, text in tree.product().items():
        for line, length in functions(text):
            if length > rules.LONGEST_FUNCTION:
                yield Breach(file, line, f"a function of {length} lines, at most {rules.LONGEST_FUNCTION}")


def check_words(tree):
    for file, text in tree.sources().items():
        code = code_only(text)
        for pattern, what, tests_exempt in rules.FORBIDDEN_CODE:
            if tests_exempt and file.startswith("tests/"):
                continue
            for match in pattern.finditer(code):
                yield Breach(file, line_of(code, match.start()), f"'{match.group().strip()}': {what}")
    for file, text in tree.files.items():
        for number, line in enumerate(text.split("\n"), 1):
            for pattern, what in rules.FORBIDDEN_TEXT:
                match = pattern.search(line)
                if match:
                    yield Breach(file, number, f"'{match.group().strip()}' {what}")
                    break


def check_form(tree):
    for file, text in tree.sources().items():
        name = file.rsplit("/", 1)[1]
        if name != name.lower():
            yield Breach(file, 1, "file names are lower case")
        if "SPDX-License-Identifier: GPL-3.0-or-later" not in text.split("\n", 1)[0]:
            yield Breach(file, 1, "the first line has to be the SPDX line")
        if file.endswith(".h") and "\n#pragma once\n" not in text:
            yield Breach(file, 1, "#pragma once is missing")
        for match in rules.UNFINISHED.finditer(text):
            yield Breach(file, line_of(text, match.start()), f"{match.group()}: finish it or take it out")
    for file in tree.files:
        if file.startswith(("app/", "ui/")) and file.endswith(".py") and not file.startswith("app/worker/"):
            yield Breach(file, 1, "only app/worker knows Python")


CHECKS = (check_includes, check_cycles, check_sizes, check_functions, check_words, check_form)


def breaches(tree):
    return [breach for check in CHECKS for breach in check(tree)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("source")
    parser.add_argument("--qt-headers", action="append", default=[])
    arguments = parser.parse_args()
    tree = Tree(arguments.source, arguments.qt_headers)
    # A guard that sees nothing finds nothing.
    if len(tree.product()) < 20 or (arguments.qt_headers and "QtCore" not in tree.qt_modules):
        print("The guard does not find the sources or Qt's headers; check its arguments.")
        return 2
    found = breaches(tree)
    for breach in found:
        print(breach)
    print(f"{len(tree.product())} sources, {len(tree.files)} texts, {len(found)} breaches")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
