# SPDX-License-Identifier: GPL-3.0-or-later
"""Programs with a Python prompt on displays of their own, driven as a person does and watched by their pictures."""

import collections
import contextlib
import os
import statistics
import subprocess
import time

import keys
import programs
import screen as screens

PYTHON = "/usr/bin/python3"
STILL = 0.3  # seconds: shorter than any caret takes to blink after a key
STILL_AFTER_FLOOD = 0.45
IDLE_SETTINGS = "[EditorWindow]\nheight= 30\n"  # its own 40 lines are more than the display has
CAP = 5  # seconds that a program gets for 100,000 lines, unless all time is given
DEFINITIONS = '''
import os

def mark(name):
    with open(os.path.expanduser("~/mark-" + name), "w"):
        pass

def fill():
    for i in range(45): print()

def lines():
    for i in range(100000): print(i)
    mark("lines")

def spin():
    mark("spin")
    while True: pass

def flood():
    mark("flood")
    while True: print("x" * 1000)

def million():
    mark("million")
    for i in range(1000000): print(i)

def whole():
    mark("whole")
    print("x" * 200_000_000)

def down(n):
    return down(n + 1)

def deep():
    down(0)
'''

Times = collections.namedtuple("Times", "first last")  # milliseconds from the key to the first and to the last change


class Kind:
    """What is the same for every start of a program: where its prompt is in its window, and its keys for a restart."""

    def __init__(self, name, command, place, restart=None):
        self.name, self.command, self.place, self.restart = name, command, place, restart


def kinds(skillet):
    return [Kind("Skillet", [skillet], (0.75, 0.9), ("F5", "Control", "Shift")),
            Kind("xterm", ["/usr/bin/xterm", "-e", PYTHON, "-i", "-q"], (0.5, 0.5)),
            Kind("qtconsole", [PYTHON, "-m", "qtconsole"], (0.5, 0.5)),
            Kind("Thonny", ["/usr/bin/thonny"], (0.4, 0.88), ("F2", "Control")),
            Kind("IDLE", ["/usr/bin/idle"], (0.5, 0.5))]


def is_present(kind):
    if kind.command[1:2] == ["-m"]:
        return subprocess.run([PYTHON, "-c", "import " + kind.command[2]], check=False,
                              stderr=subprocess.DEVNULL).returncode == 0
    return os.access(kind.command[0], os.X_OK)


class Pane:
    """A part of a program's window that takes keys, and is watched. `area` is where: (left, top, right, bottom)."""

    def __init__(self, screen, person):
        self.screen, self._person = screen, person
        self.area = None

    def find(self):
        """Types a sign where the caret is and takes it back, to find out where that is; whether it came."""
        before = self.screen.capture()
        self._person.press("w")
        time.sleep(STILL)
        place = self.screen.changed(before, self.screen.capture())
        self._person.press("BackSpace")
        time.sleep(STILL)
        if place is None:
            return False
        left, top = place
        self.area = (max(0, left - 60), max(0, top - 120), min(screens.WIDTH, left + 100),
                     min(screens.HEIGHT, top + 45))
        return True

    def watch(self, act, still=STILL, limit=15.0, mark=None):
        """The times of the first change after act(), and of the last one that is more than a blinking caret; None when
        nothing came, or no end in time."""
        pictures = [(0, self.screen.part(self.area))]
        began = time.perf_counter()
        act()
        while (now := time.perf_counter() - began) < limit:
            picture = self.screen.part(self.area)
            if picture != pictures[-1][1]:
                pictures.append((time.perf_counter() - began, picture))
                if len(pictures) > 300:  # the last ones tell
                    del pictures[2:150]
            elif len(pictures) > 1 and now - pictures[-1][0] > still and (mark is None or os.path.exists(mark)):
                return Times(pictures[1][0] * 1000, self._last_change(pictures) * 1000)
            time.sleep(0.0002)
        return None

    def _last_change(self, pictures):
        width = self.area[2] - self.area[0]
        last = len(pictures) - 1
        while last > 1 and screens.is_caret(pictures[last - 1][1], pictures[-1][1], width):
            last -= 1
        return pictures[last][0]

    def press(self, *names):
        return lambda: self._person.press(*names)

    def type(self, text):
        self._person.type(text)


class Prompt(Pane):
    """One program, started and given the keyboard. To be opened on an ExitStack that outlives it."""

    def __init__(self, kind, stack):
        self.name, self.restart_keys = kind.name, kind.restart
        self._program = programs.Program(kind.name, kind.command)
        stack.callback(self._program.forget)
        self._write_files()
        screen = stack.enter_context(screens.Screen())
        super().__init__(screen, stack.enter_context(keys.Person(screen.name)))
        self.process = self._program.start(self.screen.name)
        stack.callback(lambda: programs.end(self.process))
        screens.watch(self.screen, 15)
        self.is_ready = False
        for _ in range(3):  # a busy machine may be late
            if not self.is_ready and self._person.click_into(*kind.place):
                time.sleep(0.5)
                self.is_ready = self._begin()

    def _write_files(self):
        settings = os.path.join(self._program.home, ".idlerc")
        os.makedirs(settings)
        with open(os.path.join(settings, "config-main.cfg"), "w", encoding="utf-8") as file:
            file.write(IDLE_SETTINGS)
        folder = subprocess.run([PYTHON, "-c", "import site; print(site.getusersitepackages())"], check=True, text=True,
                                capture_output=True, env={**os.environ, "HOME": self._program.home}).stdout.strip()
        os.makedirs(folder)
        with open(os.path.join(folder, "bench.py"), "w", encoding="utf-8") as file:
            file.write(DEFINITIONS)

    def _begin(self):
        """Names what is measured, moves the prompt to the bottom of its pane, and finds out where that is. Whether it can."""
        self._person.type("from bench import *\n")
        time.sleep(0.7)
        self._person.type("fill()\n")
        time.sleep(1)
        return self.find()

    def mark(self, name):
        return os.path.join(self._program.home, "mark-" + name)

    def one_and_one(self):
        """(milliseconds from each key to its glyph, milliseconds from Enter to result and prompt)."""
        glyphs = []
        for key in "1+1":
            time.sleep(0.05)
            times = self.watch(self.press(key), still=0.02, limit=2)
            glyphs.append(times.first if times else None)
        time.sleep(0.05)
        times = self.watch(self.press("Return"))
        return glyphs, times.last if times else None

    def begin_run(self, name, limit=20.0):
        """Types `name()` and waits until it runs; whether it does."""
        with contextlib.suppress(FileNotFoundError):
            os.remove(self.mark(name))
        self.type(name + "()\n")
        deadline = time.monotonic() + limit
        while not os.path.exists(self.mark(name)):
            if time.monotonic() > deadline:
                return False
            time.sleep(0.01)
        return True

    def stop(self, name, run_for):
        """Starts `name()`, and after some seconds presses Ctrl+C: (milliseconds to a prompt that has come to rest, or None;
        longest silence of the window meanwhile, or None)."""
        if not self.begin_run(name):
            return None, None
        silence = self._person.longest_silence(run_for)
        times = self.watch(self.press("c", "Control"), STILL_AFTER_FLOOD, 15)
        time.sleep(0.2)
        return times.last if times else None, silence

    def lines(self, limit):
        """Milliseconds of 100,000 printed lines from Enter to a prompt that has come to rest; None when out of time."""
        with contextlib.suppress(FileNotFoundError):
            os.remove(self.mark("lines"))
        self.type("lines()")
        time.sleep(0.1)
        times = self.watch(self.press("Return"), STILL_AFTER_FLOOD, limit, self.mark("lines"))
        return times.last if times else None

    def answers(self):
        """Whether the prompt still calculates."""
        name = "answer"
        with contextlib.suppress(FileNotFoundError):
            os.remove(self.mark(name))
        self.type(f"mark('{name}')\n")
        deadline = time.monotonic() + 30
        while not os.path.exists(self.mark(name)) and time.monotonic() < deadline:
            time.sleep(0.02)
        return os.path.exists(self.mark(name))


def median(values):
    values = [value for value in values if value is not None]
    return statistics.median(values) if values else None
