# SPDX-License-Identifier: GPL-3.0-or-later
"""Stands in for other programs: what the learner's code starts with subprocess is written down, and answered."""

import os
import shlex
import subprocess
import sys


class Commands:
    """While it lasts, no program is started. `answers` holds lists of how a command begins, its status, what it prints
    and what it writes to standard error; a command without an answer is one that is not installed."""

    def __init__(self, answers):
        self._answers = answers
        self.calls = []  # a list of texts for each

    def __enter__(self):
        self._earlier = subprocess.Popen, os.system
        commands = self

        class Popen(_Popen):
            _commands = commands

        subprocess.Popen = Popen
        os.system = lambda command: subprocess.Popen(command, shell=True).wait() << 8
        return self

    def __exit__(self, *_):
        subprocess.Popen, os.system = self._earlier

    def start(self, arguments):
        self.calls.append(arguments)
        line = " ".join(arguments)
        fitting = [one for one in self._answers if line == one[0] or line.startswith(one[0] + " ")]
        if not fitting:
            raise FileNotFoundError(2, "No such file or directory", arguments[0] if arguments else "")
        return max(fitting, key=lambda one: len(one[0]))


class _Popen:
    """As much of subprocess.Popen as there is without a process."""

    def __init__(
        self, args, bufsize=-1, executable=None, stdin=None, stdout=None, stderr=None, *, shell=False, **others
    ):
        words = shlex.split(args) if isinstance(args, str) else [os.fspath(part) for part in args]
        words = [os.fsdecode(word) for word in words]
        _, self._status, out, err = self._commands.start(words)
        self.args, self.returncode, self.pid = args, None, 0
        self._is_text = bool(others.get("text") or others.get("universal_newlines") or others.get("encoding"))
        self._is_text = self._is_text or bool(others.get("errors"))
        if stderr == subprocess.STDOUT:
            out, err = out + err, ""
        self.stdin = None
        self.stdout = self._stream(out, stdout, sys.stdout)
        self.stderr = self._stream(err, stderr, sys.stderr)

    def _stream(self, text, wanted, ours):
        import io

        if wanted == subprocess.PIPE:
            return io.StringIO(text) if self._is_text else io.BytesIO(text.encode())
        if wanted is None:
            ours.write(text)
        elif hasattr(wanted, "write"):
            wanted.write(text if hasattr(wanted, "encoding") else text.encode())
        return None

    def communicate(self, input=None, timeout=None):
        self.returncode = self._status
        return tuple(stream.read() if stream else None for stream in (self.stdout, self.stderr))

    def poll(self):
        self.returncode = self._status
        return self.returncode

    def wait(self, timeout=None):
        return self.poll()

    def send_signal(self, signal):
        self.poll()

    terminate = kill = lambda self: self.poll()

    def __class_getitem__(cls, _):
        return cls

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.poll()
