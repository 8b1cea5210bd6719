# SPDX-License-Identifier: GPL-3.0-or-later
"""The editors of real windows side by side, Skillet, Thonny and IDLE: from a key to its picture, in turns."""

import contextlib
import os
import time

import keys
import programs
import screen as screens
from prompts import IDLE_SETTINGS, Kind, Pane, is_present, median
from report import Aim

ROUNDS = 12
LONG_LINES = 20_000
PART = '''class Order:
    """One order of a customer."""

    def __init__(self, name, price=2.5):
        self.name = name
        self.price = price  # of one

    def total(self, count):
        return round(self.price * count, 2)

'''
PATIENCE = 60  # seconds for a program to show a long file


def kinds(skillet):
    """Where each has its editor, in parts of the window."""
    return [Kind("Skillet", [skillet], (0.75, 0.3)), Kind("Thonny", ["/usr/bin/thonny"], (0.4, 0.3)),
            Kind("IDLE", ["/usr/bin/idle"], (0.5, 0.4))]


class Editor(Pane):
    """A program with one file open, and the keyboard in the middle of it. To be opened on an ExitStack."""

    def __init__(self, kind, lines, stack):
        self.name = kind.name
        program = programs.Program(kind.name, kind.command)
        stack.callback(program.forget)
        os.makedirs(os.path.join(program.home, ".idlerc"))
        with open(os.path.join(program.home, ".idlerc", "config-main.cfg"), "w", encoding="utf-8") as file:
            file.write(IDLE_SETTINGS)
        path = os.path.join(program.home, "orders.py")
        with open(path, "w", encoding="utf-8") as file:
            file.write(PART * (lines // PART.count("\n")))
        program.command = [*kind.command, path]
        screen = stack.enter_context(screens.Screen())
        super().__init__(screen, stack.enter_context(keys.Person(screen.name)))
        self.process = program.start(screen.name)
        stack.callback(lambda: programs.end(self.process))
        screens.watch(screen, PATIENCE if lines == LONG_LINES else 15, 2.5)
        self.is_ready = self._person.click_into(*kind.place) and self._begin()

    def _begin(self):
        time.sleep(1)
        for _ in range(4):  # to the middle of what is shown, on a line of its own
            self._person.press("Down")
        self._person.press("Return")
        time.sleep(0.5)
        return self.find()

    def key(self):
        """Milliseconds from a key to its glyph; None when it did not come."""
        time.sleep(0.1)
        times = self.watch(self.press("w"), still=0.05, limit=5)
        return times.first if times else None


def bench(options, report):
    report.head("Editors in windows, from a key to pixels on a virtual display, medians in turns")
    if keys.libraries() is None:
        report.note("skipped: libX11 and libXtst are absent here (packages libx11-6 and libxtst6)")
        return
    for lines, what in ((200, "a key in a program of 200 lines"), (LONG_LINES, f"the same in {LONG_LINES:,} lines")):
        with contextlib.ExitStack() as stack:
            editors = []
            for kind in kinds(options.skillet):
                if not is_present(kind):
                    (report.fail if kind.name == "Skillet" else report.note)(f"{kind.name} is absent here")
                    continue
                editor = Editor(kind, lines, stack)
                if editor.is_ready:
                    editors.append(editor)
                else:
                    (report.fail if kind.name == "Skillet" else report.note)(f"the editor of {kind.name} takes no keys")
            times = {editor.name: [] for editor in editors}
            for _ in range(ROUNDS):
                for editor in editors:
                    times[editor.name].append(editor.key())
            medians = {name: median(values) for name, values in times.items()}
        if "Skillet" in medians:
            value = medians.pop("Skillet")
            report.row(what, value, aims=[Aim(1, name) for name in medians], **medians)
