# SPDX-License-Identifier: GPL-3.0-or-later
"""The programs that are compared: how each is started, and what it weighs."""

import os
import shutil
import signal
import subprocess
import tempfile
import time

THONNY_CONFIGURATION = "[general]\nlanguage = en_US\nsingle_instance = False\n"


class Program:
    """One program with a home of its own, which stays the same from run to run as a person's does."""

    def __init__(self, name, command):
        self.name = name
        self.command = command
        self.home = tempfile.mkdtemp(prefix="skillet-bench-home-")
        folder = os.path.join(self.home, ".config", "Thonny")
        os.makedirs(folder)
        # Without it Thonny asks for the language first.
        with open(os.path.join(folder, "configuration.ini"), "w", encoding="utf-8") as file:
            file.write(THONNY_CONFIGURATION)

    def is_present(self):
        return shutil.which(self.command[0]) is not None

    def start(self, display):
        environment = {key: value for key, value in os.environ.items()
                       if key in ("PATH", "LANG", "USER", "LD_LIBRARY_PATH")}
        environment.update(DISPLAY=display, HOME=self.home, LC_ALL="C.UTF-8", QT_QPA_PLATFORM="xcb",
                           XDG_RUNTIME_DIR=self.home)
        return subprocess.Popen(self.command, env=environment, cwd=self.home, stdin=subprocess.DEVNULL,
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)

    def forget(self):
        shutil.rmtree(self.home, ignore_errors=True)


def tree_of(root):
    """The process and all that it started, whether or not they made sessions of their own."""
    parents = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                with open(f"/proc/{entry}/stat", encoding="utf-8", errors="replace") as file:
                    parents[int(entry)] = int(file.read().rpartition(")")[2].split()[1])
            except (OSError, ValueError, IndexError):
                continue
    tree = [root]
    for process in tree:
        tree.extend(child for child, parent in parents.items() if parent == process)
    return tree


def proportional_memory_of(process):
    """Megabytes of one process, shared pages counted by their share; 0 when it is gone."""
    try:
        with open(f"/proc/{process}/smaps_rollup", encoding="ascii") as file:
            return sum(int(line.split()[1]) for line in file if line.startswith("Pss:")) / 1024
    except OSError:
        return 0


def proportional_memory(root):
    """Megabytes of the process tree."""
    return sum(proportional_memory_of(process) for process in tree_of(root))


def end(process):
    """Asks the program to end, and makes it."""
    tree = tree_of(process.pid)
    for number in (signal.SIGTERM, signal.SIGKILL):
        for one in tree:
            try:
                os.kill(one, number)
            except ProcessLookupError:
                pass
        try:
            process.wait(2)
        except subprocess.TimeoutExpired:
            continue
        if number == signal.SIGTERM:
            time.sleep(0.2)


ROLES = (("--role check", "check worker"), ("--role analyst", "analyst"), ("cpython_backend", "back-end"))


def memory_by_role(root):
    """Megabytes of each process of the tree, by what it is for. A second worker at the prompt is the spare."""
    roles = {}
    for process in tree_of(root):
        try:
            with open(f"/proc/{process}/cmdline", encoding="utf-8", errors="replace") as file:
                command = file.read().replace("\0", " ")
        except OSError:
            continue
        role = next((name for part, name in ROLES if part in command), "window" if process == root else "other")
        if "--role prompt" in command:
            role = "spare" if "prompt worker" in roles else "prompt worker"
        roles[role] = roles.get(role, 0) + proportional_memory_of(process)
    return roles


def memory_by_part(process):
    """Megabytes of one process, by what they hold."""
    parts = {}
    part = ""
    with open(f"/proc/{process}/smaps", encoding="utf-8", errors="replace") as file:
        for line in file:
            if line[0] in "0123456789abcdef" and "-" in line.split(" ", 1)[0]:
                part = part_of(line.split(maxsplit=5)[5].strip() if len(line.split(maxsplit=5)) == 6 else "")
            elif line.startswith("Pss:"):
                parts[part] = parts.get(part, 0) + int(line.split()[1]) / 1024
    return dict(sorted(parts.items(), key=lambda item: -item[1]))


def part_of(path):
    if "libQt6" in path or "/qt6/" in path:
        return "Qt's libraries"
    if ".so" in path:
        return "other libraries"
    if path == "[heap]" or not path:
        return "heap"
    if "font" in path:
        return "fonts"
    if path.startswith("["):
        return "stack"
    return "program" if "skillet" in path else "other files"
