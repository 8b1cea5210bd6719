# SPDX-License-Identifier: GPL-3.0-or-later
"""The programs that new files begin as: each runs as it is and warns of nothing."""

import contextlib
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import unittest

FOLDER = pathlib.Path(__file__).parents[3] / "resources" / "templates"

# What it is given (arguments, standard input) and a part of what it prints.
RUNS = {
    "program.py": ([], "Ada\n", "Hello, Ada!"),
    "arguments.py": (["--total", "one.txt"], "", "     2 one.txt\n     2 total"),
    "record.py": ([], "", "together      13.20"),
    "tests.py": ([], "", "OK"),
    "table.py": ([], "", "tea            21.0"),
    "database.py": ([], "", "1. Write a first program"),
}


class TemplatesTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        (self.folder / "one.txt").write_text("a\nb\n")

    def command(self, name, *arguments):
        return [sys.executable, "-W", "error", "-X", "dev", str(FOLDER / name), *arguments]

    def test_each_template_runs(self):
        for name, (arguments, given, printed) in RUNS.items():
            with self.subTest(name):
                run = subprocess.run(self.command(name, *arguments), input=given, capture_output=True,
                                     text=True, cwd=self.folder, timeout=30)
                self.assertEqual(run.returncode, 0, run.stderr)
                self.assertIn(printed, run.stdout + run.stderr)

    def test_the_web_server_answers_and_stops(self):
        import socket
        from urllib.request import urlopen
        with contextlib.closing(socket.socket()) as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        source = (FOLDER / "server.py").read_text().replace("8000", str(port))
        program = self.folder / "server.py"
        program.write_text(source)
        server = subprocess.Popen([sys.executable, "-u", str(program)], stdout=subprocess.PIPE,
                                  stderr=subprocess.PIPE, text=True)
        try:
            self.assertIn("Listening", server.stdout.readline())
            with urlopen(f"http://127.0.0.1:{port}/time", timeout=10) as answer:
                self.assertIn(b'"time"', answer.read())
        finally:
            os.kill(server.pid, signal.SIGINT)
            server.communicate(timeout=10)

    def test_every_template_is_tried(self):
        self.assertEqual({path.name for path in FOLDER.glob("*.py")}, {*RUNS, "server.py"})


if __name__ == "__main__":
    unittest.main()
