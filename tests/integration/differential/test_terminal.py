# SPDX-License-Identifier: GPL-3.0-or-later
"""`skillet prompt` on a terminal, and its ways out."""

import os
import pty
import re
import select
import signal
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

SKILLET = os.environ["SKILLET"]
PATIENCE = 60  # seconds, for what takes milliseconds
_CONTROL = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\r")


class Terminal:
    """`skillet prompt` as the program of a terminal of its own."""

    def __init__(self, *arguments, home):
        self.text = ""
        self.seen = 0
        self.process, self.master = pty.fork()
        if self.process == 0:
            os.environ.update(XDG_DATA_HOME=home, TERM="xterm", INPUTRC="/dev/null")
            os.execv(SKILLET, ["skillet", "prompt", *arguments])

    def wait_for(self, text):
        """Waits until `text` is on the screen, behind what was waited for before."""
        end = time.monotonic() + PATIENCE
        while text not in self.text[self.seen:]:
            ready = select.select([self.master], [], [], max(0, end - time.monotonic()))[0]
            try:
                data = os.read(self.master, 65536) if ready else b""
            except OSError:
                data = b""
            if not data:
                raise AssertionError(f"{text!r} is not among {self.text[self.seen:]!r}")
            self.text = _CONTROL.sub("", self.text + data.decode(errors="replace"))
        self.seen = self.text.index(text, self.seen) + len(text)

    def type(self, keys):
        os.write(self.master, keys.encode())

    def status(self):
        """Waits for the end."""
        try:
            while data := os.read(self.master, 65536):
                self.text = _CONTROL.sub("", self.text + data.decode(errors="replace"))
        except OSError:
            pass
        _, status = os.waitpid(self.process, 0)
        self.process = None
        return os.waitstatus_to_exitcode(status)

    def close(self):
        if self.process:
            os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)
        os.close(self.master)


class OnATerminal(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.home = folder.name

    def open(self, *arguments):
        terminal = Terminal(*arguments, home=self.home)
        self.addCleanup(terminal.close)
        return terminal

    def test_lines_run_and_ctrl_d_leaves(self):
        terminal = self.open()
        terminal.wait_for(">>> ")
        terminal.type("6 * 7\n")
        terminal.wait_for("42\n>>> ")
        terminal.type("for i in range(2):\nprint('n', i)\n\n".replace("print", "\tprint"))
        terminal.wait_for("n 0\nn 1\n>>> ")
        terminal.type("\x04")
        self.assertEqual(terminal.status(), 0)

    def test_the_prompt_is_what_the_program_says(self):
        terminal = self.open()
        terminal.wait_for(">>> ")
        terminal.type("import sys; sys.ps1, sys.ps2 = 'mine: ', 'more: '\n")
        terminal.wait_for("mine: ")
        terminal.type("if 6 * 7:\n")
        terminal.wait_for("more: ")
        terminal.type("\tprint('an' + 'swer')\n\n")
        terminal.wait_for("answer\nmine: ")

    def test_ctrl_c_stops_a_run(self):
        terminal = self.open()
        terminal.wait_for(">>> ")
        terminal.type("print('be' + 'gun')\nwhile True: pass\n\n")
        terminal.wait_for("begun")
        terminal.wait_for("... \n")
        terminal.type("\x03")
        terminal.wait_for("KeyboardInterrupt\n>>> ")
        terminal.type("1 + 1\n")
        terminal.wait_for("2\n>>> ")

    def test_ctrl_c_drops_the_line_and_the_block(self):
        terminal = self.open()
        terminal.wait_for(">>> ")
        terminal.type("def f():\n")
        terminal.wait_for("... ")
        terminal.type("   nonsense (")
        terminal.wait_for("nonsense (")
        terminal.type("\x03")
        terminal.wait_for("KeyboardInterrupt\n>>> ")
        terminal.type("3 + 4\n")
        terminal.wait_for("7\n>>> ")

    def test_input_is_asked_for(self):
        terminal = self.open()
        terminal.wait_for(">>> ")
        terminal.type("'<' + input('name? ') + '>'\n")
        terminal.wait_for("\nname? ")
        terminal.type("Ada\n")
        terminal.wait_for("'<Ada>'\n>>> ")

    def test_ctrl_c_ends_input(self):
        terminal = self.open()
        terminal.wait_for(">>> ")
        terminal.type("input('name? ')\n")
        terminal.wait_for("\nname? ")
        terminal.type("\x03")
        terminal.wait_for("KeyboardInterrupt\n>>> ")

    def test_a_secret_is_not_shown(self):
        terminal = self.open()
        terminal.wait_for(">>> ")
        terminal.type("import getpass; len(getpass.getpass('word: '))\n")
        terminal.wait_for("\nword: ")
        terminal.type("sesame\n")
        terminal.wait_for("6\n>>> ")
        self.assertNotIn("sesame", terminal.text)

    def test_history_lasts(self):
        terminal = self.open()
        terminal.wait_for(">>> ")
        terminal.type("'kept' + ' line'\n")
        terminal.wait_for("'kept line'\n>>> ")
        terminal.type("exit()\n")
        self.assertEqual(terminal.status(), 0)
        terminal = self.open()
        terminal.wait_for(">>> ")
        terminal.type("\x1b[A\x1b[A\n")
        terminal.wait_for("'kept line'\n>>> ")

    def test_pasted_lines_run_whole(self):
        terminal = self.open()
        terminal.wait_for(">>> ")
        terminal.type("\x1b[200~def f():\n    a = 1\n\n    return a + 1\nf() * 10\x1b[201~\n")
        terminal.wait_for("20\n>>> ")

    def test_output_of_threads_leaves_the_line_whole(self):
        terminal = self.open()
        terminal.wait_for(">>> ")
        terminal.type("import threading; threading.Timer(1, print, ['from ' + 'afar']).start()\n")
        terminal.wait_for(">>> ")
        terminal.type("1000 + ")
        terminal.wait_for("from afar\n>>> 1000 + ")
        terminal.type("1\n")
        terminal.wait_for("1001\n>>> ")

    def test_a_file_runs_first(self):
        file = Path(self.home, "game.py")
        file.write_text("import sys\nlevel = sys.argv[1]\nprint('playing', level)\n")
        terminal = self.open(str(file), "-v")
        terminal.wait_for("playing -v\n>>> ")
        terminal.type("level * 2\n")
        terminal.wait_for("'-v-v'\n>>> ")

    def test_a_lost_worker_is_replaced(self):
        terminal = self.open()
        terminal.wait_for(">>> ")
        terminal.type("import os; os.kill(os.getpid(), 9)\n")
        terminal.wait_for("A fresh Python takes over")
        terminal.wait_for(">>> ")
        terminal.type("20 + 3\n")
        terminal.wait_for("23\n>>> ")


class WaysOut(unittest.TestCase):
    def run_prompt(self, *arguments, text="", program=SKILLET, **options):
        return subprocess.run(
            [program, "prompt", *arguments], input=text, capture_output=True, text=True, timeout=PATIENCE, **options
        )

    def test_a_missing_file_is_named(self):
        run = self.run_prompt("nowhere.py")
        self.assertEqual((run.returncode, run.stdout), (2, ""))
        self.assertIn("There is no file nowhere.py", run.stderr)

    def test_a_folder_is_no_program(self):
        with tempfile.TemporaryDirectory() as folder:
            run = self.run_prompt(folder)
        self.assertEqual(run.returncode, 2)
        self.assertIn("is a folder", run.stderr)

    def test_a_file_that_is_no_text_is_named_with_its_line(self):
        with tempfile.NamedTemporaryFile(suffix=".py") as file:
            file.write(b"x = 1\ny = '\xff'\n")
            file.flush()
            run = self.run_prompt(file.name)
        self.assertEqual(run.returncode, 2)
        self.assertIn("is not UTF-8 text: see line 2", run.stderr)

    def test_a_missing_worker_is_named(self):
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder, "skillet")
            copy.write_bytes(Path(SKILLET).read_bytes())
            copy.chmod(0o755)
            run = self.run_prompt(program=str(copy))
        self.assertEqual(run.returncode, 2)
        self.assertIn("Install Skillet again", run.stderr)

    def test_an_unknown_option_is_refused(self):
        run = self.run_prompt("--unheard-of")
        self.assertEqual(run.returncode, 2)
        self.assertIn("unheard-of", run.stderr)

    def test_a_module_runs_first_with_all_that_follows(self):
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "tool.py").write_text("import sys\nprint(__name__, sys.argv[1:])\nanswer = 42\n")
            for option in (["-m", "tool"], ["-mtool"]):
                run = self.run_prompt(*option, "-h", "--environment", "-m", text="answer\n", cwd=folder)
                self.assertEqual(run.stdout, "__main__ ['-h', '--environment', '-m']\n42\n")

    def test_a_missing_module_is_told_as_python_tells_it(self):
        run = self.run_prompt("-m", "nowhere", text="1 + 1\n")
        self.assertIn("No module named nowhere", run.stderr)
        self.assertEqual(run.stdout, "2\n")

    def test_an_option_without_its_value_is_refused(self):
        for option in ("-m", "--environment"):
            run = self.run_prompt(option)
            self.assertEqual((run.returncode, run.stdout), (2, ""))
            self.assertIn(option.lstrip("-"), run.stderr)

    def test_a_virtual_environment_is_used(self):
        with tempfile.TemporaryDirectory() as folder:
            folder = os.path.realpath(folder)
            python = os.environ["SKILLET_PYTHON"]
            subprocess.run([python, "-m", "venv", "--without-pip", "room"], cwd=folder, check=True, timeout=PATIENCE)
            [packages] = Path(folder, "room/lib").glob("python*/site-packages")
            Path(packages, "furniture.py").write_text("chairs = 4\nif __name__ == '__main__': print('in the room')\n")
            lines = "import sys; sys.prefix, sys.prefix == sys.base_prefix\nimport furniture; furniture.chairs\n"
            run = self.run_prompt("--environment", "room", text=lines, cwd=folder)
            self.assertEqual(run.stdout, f"('{folder}/room', False)\n4\n")
            run = self.run_prompt("--environment=" + folder + "/room", "-m", "furniture", cwd="/")
            self.assertEqual(run.stdout, "in the room\n")

    def test_a_folder_that_is_no_environment_is_named(self):
        with tempfile.TemporaryDirectory() as folder:
            run = self.run_prompt("--environment", folder)
        self.assertEqual((run.returncode, run.stdout), (2, ""))
        self.assertIn(folder, run.stderr)

    def test_help_needs_no_display(self):
        environment = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "QT_QPA_PLATFORM")}
        run = self.run_prompt("--help", env=environment)
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        self.assertIn("skillet prompt [options] [FILE", run.stdout)

    def test_a_transcript_needs_no_display(self):
        environment = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "QT_QPA_PLATFORM")}
        run = self.run_prompt(text="2 ** 100\nexit(5)\n", env=environment)
        self.assertEqual((run.returncode, run.stdout), (5, "1267650600228229401496703205376\n"))

    def test_a_last_line_without_newline_counts(self):
        self.assertEqual(self.run_prompt(text="1 + 1").stdout, "2\n")

    def test_closed_standard_input_is_its_end(self):
        run = subprocess.run(
            ["sh", "-c", '"$0" prompt <&-', SKILLET], capture_output=True, text=True, timeout=PATIENCE
        )
        self.assertEqual((run.returncode, run.stderr), (0, ">>> \n"))

    def test_an_interrupt_stops_what_a_transcript_runs(self):
        process = subprocess.Popen(
            [SKILLET, "prompt"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        with process:
            process.stdin.write("import threading, time\n"
                                "threading.Timer(0.2, print, ['begun']).start(); time.sleep(1000)\n'after'\n")
            process.stdin.flush()
            self.assertEqual(process.stdout.readline(), "begun\n")
            process.send_signal(signal.SIGINT)
            self.assertEqual(process.stdout.readline(), "'after'\n")
            process.stdin.close()
            self.assertIn("KeyboardInterrupt", process.stderr.read())
        self.assertEqual(process.returncode, 0)


if __name__ == "__main__":
    unittest.main()
