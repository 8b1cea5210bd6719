# SPDX-License-Identifier: GPL-3.0-or-later
"""What one attempt at an exercise knows while its checks run."""

import shutil
import tempfile
from pathlib import Path

OUTPUT_SHOWN = 64 * 1024  # characters of the program's output that go into the report


class CheckFailed(AssertionError):
    """A check says no, in words for the learner."""

    def __init__(self, message, *, call="", expected="", actual=""):
        super().__init__(message)
        self.message = message
        self.call = call
        self.expected = expected
        self.actual = actual


class LearnerStopped(Exception):
    """The learner's program as a whole ended in `exception` where the check needed it to run through."""

    def __init__(self, exception, lines_given):
        super().__init__()
        self.exception = exception
        self.lines_given = lines_given


class CannotRun(Exception):
    """This machine does not let the learner's code start; neither the learner nor the author can help it."""


class Attempt:
    """The files that are judged, and what has happened to them so far.

    `paths` maps the names in exercise.toml to the files themselves, so that a known wrong answer is judged
    where it lies and tracebacks point into the learner's real file.
    """

    def __init__(self, exercise, paths, import_folders, beside=None):
        self.exercise = exercise
        self.paths = paths
        self.import_folders = [str(folder) for folder in import_folders]
        self.beside = beside or {}  # files for the folder in which the code runs, over those of data/
        self.call = ""  # what the running check did last, as the learner would write it
        self.called_exception = None  # what the learner's function raised last
        self.output = ""
        self._scratch = None
        self._player = None

    def player(self):
        """Where the learner's code runs."""
        if self._player is None:
            nursery = _nurseries[-1] if _nurseries else None
            if nursery is None:
                raise RuntimeError("learner's code runs within a nursery only")
            player = nursery.player()
            network = self.exercise.table.get("network") == "loopback"
            player.set(list(self.paths.values()), self.import_folders, self.scratch(), network)
            player.raised = self._note
            self._player = player
        return self._player

    def forget_player(self):
        """The next code runs in a fresh one."""
        if self._player is not None:
            self._player.close()
            self._player = None

    def _note(self, exception):
        self.called_exception = exception

    def path(self, name=None):
        return self.paths[name or next(iter(self.paths))]

    def keep_output(self, text):
        if not self.output:
            self.output = shorten_text(text, OUTPUT_SHOWN)

    def owns(self, file_name):
        return any(str(path) == file_name for path in self.paths.values()) or any(
            file_name.startswith(folder + "/") for folder in self.import_folders
        )

    def scratch(self):
        """The folder in which the learner's code runs: it may write there without touching anybody's files."""
        if self._scratch is None:
            try:
                folder = Path(tempfile.mkdtemp(prefix="skillet-check-"))
            except OSError:
                # No place to write on this machine: code that only reads and prints can be judged all the same.
                return self.path().parent
            self._scratch = folder
            data = self.exercise.folder / "data"
            if data.is_dir():
                shutil.copytree(data, folder, dirs_exist_ok=True)
            for name, path in self.paths.items():
                if not name.endswith(".py") and path.is_file():
                    shutil.copyfile(path, folder / name)
            for name, path in self.beside.items():
                shutil.copyfile(path, folder / name)
        return self._scratch

    def close(self):
        self.forget_player()
        if self._scratch is not None:
            shutil.rmtree(self._scratch, ignore_errors=True)
            self._scratch = None


_attempts = []
_nurseries = []  # of player.Nursery


def current():
    """The attempt whose checks are running."""
    if not _attempts:
        raise RuntimeError("the helpers of skillet_check work inside a check only")
    return _attempts[-1]


class running:
    """While it lasts, `attempt` is the current one."""

    def __init__(self, attempt):
        self._attempt = attempt

    def __enter__(self):
        _attempts.append(self._attempt)
        return self._attempt

    def __exit__(self, *_):
        _attempts.remove(self._attempt)
        self._attempt.close()


class running_in:
    """While it lasts, learner's code runs in players of this nursery."""

    def __init__(self, nursery):
        self._nursery = nursery

    def __enter__(self):
        _nurseries.append(self._nursery)
        return self._nursery

    def __exit__(self, *_):
        _nurseries.remove(self._nursery)
        self._nursery.close()


def shorten_text(text, limit):
    """`text`, cut in the middle when it is longer than `limit` characters."""
    if len(text) <= limit:
        return text
    head, tail = limit * 3 // 4, limit // 4
    return f"{text[:head]}\n... {len(text) - head - tail} characters left out ...\n{text[-tail:]}"
