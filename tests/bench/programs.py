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


def proportional_memory(root):
    """Megabytes of the process tree, shared pages counted by their share."""
    total = 0
    for process in tree_of(root):
        try:
            with open(f"/proc/{process}/smaps_rollup", encoding="ascii") as file:
                total += sum(int(line.split()[1]) for line in file if line.startswith("Pss:"))
        except OSError:
            continue
    return total / 1024


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
