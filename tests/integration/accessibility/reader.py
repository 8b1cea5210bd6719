# SPDX-License-Identifier: GPL-3.0-or-later
"""A small screen reader: starts Skillet, walks what it tells over AT-SPI, and listens to it. A person can type."""

import os
import subprocess
import tempfile
import time
from pathlib import Path

import keys
import pyatspi
from gi.repository import GLib

PATIENCE = 60  # seconds, for what takes half a second
HEARD = ("object:announcement", "object:state-changed:showing", "object:state-changed:focused", "object:text-changed:insert",
         "object:text-caret-moved", "object:active-descendant-changed", "focus:")


class Reader:
    """Skillet with `file` open, and `settings` as the text of its settings. To be used in a with statement."""

    def __init__(self, source, name="order.py", settings=""):
        self._folder = tempfile.TemporaryDirectory()
        self.file = Path(self._folder.name).resolve() / name
        self.file.write_text(source, encoding="utf-8")
        config = Path(self._folder.name) / ".config" / "skillet"
        config.mkdir(parents=True)
        (config / "settings.ini").write_text(settings, encoding="utf-8")
        self.heard = []  # (event, role, name, what came with it)

    def __enter__(self):
        self.person = keys.Person(os.environ["DISPLAY"]).__enter__()
        for event in HEARD:
            pyatspi.Registry.registerEventListener(self._hear, event)
        home = self._folder.name
        environment = {**os.environ, "HOME": home, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb",
                       **{f"XDG_{kind}_HOME": f"{home}/.{kind.lower()}" for kind in ("DATA", "CONFIG", "STATE", "CACHE")}}
        self._log = open(self.file.with_suffix(".log"), "wb")
        self._process = subprocess.Popen([os.environ["SKILLET"], str(self.file)], env=environment, stderr=self._log)
        self.program = self.wait_for(self._find_program, "Skillet on the accessibility bus")
        self.wait_for(lambda: self.find("push button", "Run"), "the window")
        return self

    def __exit__(self, *_):
        self._process.terminate()
        self._process.wait(PATIENCE)
        self.person.__exit__()
        self._log.close()
        for event in HEARD:
            pyatspi.Registry.deregisterEventListener(self._hear, event)
        self._folder.cleanup()

    def _find_program(self):
        desktop = pyatspi.Registry.getDesktop(0)
        for child in desktop:
            if child and child.name == "skillet" and child.get_process_id() == self._process.pid:
                return child
        return None

    def _hear(self, event):
        try:
            self.heard.append((event.type, event.source.getRoleName(), event.source.name, event.any_data))
        except Exception:  # it is gone again
            pass

    def listen(self):
        """Takes in what has been said."""
        context = GLib.MainContext.default()
        while context.iteration(False):
            pass

    def wait_for(self, question, what):
        """The answer of `question` as soon as it is true."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            self.listen()
            if self._process.poll() is not None:
                raise AssertionError(f"Skillet ended with {self._process.returncode} before {what}")
            try:
                if answer := question():
                    return answer
            except GLib.Error:
                pass  # what was asked has just gone
            time.sleep(0.02)
        raise AssertionError(f"there was no {what}; heard last: {self.heard[-20:]}")

    def wait_to_hear(self, test, what):
        return self.wait_for(lambda: next((event for event in self.heard if test(*event)), None), what)

    def walk(self, start=None):
        """All that is shown, in the order in which it is read."""
        for child in start or self.program:
            if child and child.getState().contains(pyatspi.STATE_SHOWING):
                yield child
                yield from self.walk(child)

    def find(self, role, name, start=None):
        """The first of that role whose name begins so."""
        for node in self.walk(start):
            if node.getRoleName() in (role, role.removeprefix("push ")) and node.name.startswith(name):
                return node
        return None

    def focus(self, node):
        """Gives `node` the keyboard."""
        self.person.click_into(0.01, 0.99)  # the corner of the status line: the window is the active one from now on
        node.queryComponent().grabFocus()
        self.wait_for(lambda: node.getState().contains(pyatspi.STATE_FOCUSED), f"focus in {node.name}")
