# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever is typed behaves in `skillet prompt` as in `python3 -i` of the same version."""

import os
import subprocess
import sys
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import player
import sessionfile

SESSIONS = sessionfile.read_all(Path(__file__).with_name("sessions"))
SKILLET = [os.environ["SKILLET"], "prompt"]
PYTHON = os.environ["SKILLET_PYTHON"]
VERSION = tuple(
    map(int, subprocess.run([PYTHON, "-c", "import sys; print(*sys.version_info[:2])"], capture_output=True, check=True).stdout.split())
)
AT_ONCE = 2


def missing(session):
    """The first module that the session needs and that is not there, or None."""
    for module in session.needs:
        command = [PYTHON, "-c", f"import importlib.util, sys; sys.exit(importlib.util.find_spec('{module}') is None)"]
        if subprocess.run(command).returncode != 0:
            return module
    return None


def differences(session):
    """What is wrong, as [(title, wanted, found)]."""
    environment = ["--environment", "ENVIRONMENT"] if session.packages else []
    found = player.play([*SKILLET, *environment], session, PYTHON)
    if session.differs_from <= VERSION:
        wanted = player.Played(session.stdout, session.stderr, session.status, found.files)
    else:
        python = "ENVIRONMENT/bin/python" if session.packages else PYTHON
        wanted = player.play([python, "-i", "-q", *session.python], session, PYTHON)
    texts = [
        (title, *player.comparable(getattr(wanted, title), getattr(found, title))) for title in ("stdout", "stderr")
    ]
    others = [("status", str(wanted.status), str(found.status)), ("files", wanted.files, found.files)]
    return [row for row in (*texts, *others) if row[1] != row[2]]


class Differential(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.pool = ThreadPoolExecutor(AT_ONCE)
        cls.played = {session.name: cls.pool.submit(differences, session) for session in SESSIONS if not absent[session.name]}

    @classmethod
    def tearDownClass(cls):
        cls.pool.shutdown()

    def test_each_promise_has_its_sessions(self):
        names = {session.name for session in SESSIONS}
        lines = Path(__file__).with_name("promises.txt").read_text(encoding="utf-8").splitlines()
        promises = [line.rpartition(": ") for line in lines if line and not line.startswith("#")]
        self.assertGreater(len(promises), 25)
        for promise, _, shown_by in promises:
            with self.subTest(promise):
                self.assertTrue(shown_by.split())
                self.assertEqual(set(shown_by.split()) - names, set())

    def test_there_are_many_sessions(self):
        self.assertGreaterEqual(len(SESSIONS), 100)


def _add(session):
    def test(self):
        if module := absent[session.name]:
            self.skipTest(f"the module {module} is not installed")
        for title, wanted, found in self.played[session.name].result():
            with self.subTest(title):
                self.assertEqual(wanted, found)

    setattr(Differential, "test_" + session.name.replace("/", "_").replace("-", "_"), test)


absent = {session.name: missing(session) for session in SESSIONS}
for _session in SESSIONS:
    _add(_session)

if __name__ == "__main__":
    sys.exit(unittest.main())
