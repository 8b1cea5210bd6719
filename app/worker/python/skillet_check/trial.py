# SPDX-License-Identifier: GPL-3.0-or-later
"""Judges files of an exercise in processes of their own, as the workbench does; forked, since that is quickest."""

import contextlib
import json
import os
import select
import shutil
import signal
import tempfile
import time
from pathlib import Path

from . import answers, recognising
from .attempt import Attempt, running
from .grading import run_exercise
from .tracing import run_traced
from .words import describe

SECONDS = 20  # for one run of all checks


class Trial:
    """Runs of one exercise; its starter and solution are judged once."""

    def __init__(self, exercise, right_answers, confine=None):
        self._confine = confine
        self._exercise = exercise
        self._right = right_answers
        self._kept = {}

    def solution(self):
        return self._once("solution")

    def starter(self):
        return self._once("starter")

    def _once(self, part):
        if part not in self._kept:
            self._kept[part] = self.run(part, self._right)
        return self._kept[part]

    def run(self, part, given):
        """The result for the files in the folder `part` of the exercise, with `given` as answers.json."""
        with tempfile.TemporaryDirectory(prefix="skillet-prove-") as folder:
            if (self._exercise.folder / part).is_dir():
                shutil.copytree(self._exercise.folder / part, folder, dirs_exist_ok=True)
            return self._judge(Path(folder), given)

    def wrong(self, answer, addition=""):
        """The result for the solution with a wrong answer in its place."""
        with tempfile.TemporaryDirectory(prefix="skillet-prove-") as folder:
            shutil.copytree(self._exercise.folder / "solution", folder, dirs_exist_ok=True)
            text = answer.path.read_text(encoding="utf-8")
            (Path(folder) / answer.replaces).write_text(text + addition, encoding="utf-8")
            return self._judge(Path(folder), self._right)

    def _judge(self, folder, given):
        (folder / answers.NAME).write_text(json.dumps(given), encoding="utf-8")

        def judge():
            recognising.PATIENCE = SECONDS  # in this process only: a proof has to be the same on a busy machine
            return {**run_exercise(self._exercise.folder, folder, confine=self._confine), "exception": None}

        return _forked(judge)

    def run_program(self, path, stdin):
        """How the program at `path` ends: `error` names the exception, or "none"; `problem` is why nobody can tell."""

        def end():
            if self._confine is not None:
                self._confine("checks")
            attempt = Attempt(self._exercise, {path.name: path}, [path.parent])
            with running(attempt):
                try:
                    exception = run_traced(path, stdin, None).exception
                except (SyntaxError, ValueError) as error:
                    return {"problem": f"cannot be read by Python: {describe(error)}", "error": ""}
            return {"problem": "", "error": "none" if exception is None else type(exception).__name__}

        result = _forked(end)
        return result if "problem" in result else {"problem": result["why"], "error": ""}


def _forked(work):
    """What `work` returns, in a child process; it must be fit for JSON."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _answer(work, writing)
    os.close(writing)
    try:
        answer = _read_all(reading, time.monotonic() + SECONDS)
    finally:
        os.close(reading)
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
    if answer is None:
        return _no_result(f"ran longer than {SECONDS} seconds")
    try:
        return json.loads(answer)
    except ValueError:
        return _no_result(f"ended without a result, with status {status}")


def _answer(work, writing):
    """In the child: sends the result as JSON and ends, whatever the judged code has done to this process."""
    leave, write = os._exit, os.write
    try:
        nowhere = os.open(os.devnull, os.O_RDWR)
        for descriptor in (0, 1, 2):
            os.dup2(nowhere, descriptor)
        answer = json.dumps(work()).encode()
        while answer:
            answer = answer[write(writing, answer) :]
    finally:
        leave(0)


def _read_all(descriptor, deadline):
    """All bytes until the other end is closed; None when that takes too long."""
    parts = []
    while True:
        ready, _, _ = select.select([descriptor], [], [], max(0, deadline - time.monotonic()))
        if not ready:
            return None
        part = os.read(descriptor, 65536)
        if not part:
            return b"".join(parts)
        parts.append(part)


def _no_result(why):
    return {"passed": False, "feedback": "", "outcomes": [], "why": why}
