# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads exercise.toml, as far as running its checks needs it."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

KINDS = ("write", "fix", "predict", "recall", "rewrite", "test", "review", "explain", "project")
MATCHES = ("behaviour", "statuses", "code")


class ExerciseError(Exception):
    """The exercise's own files are wrong: its author has to mend them, not the learner."""


@dataclass(frozen=True)
class WrongAnswer:
    path: Path
    feedback: str
    match: str  # one of MATCHES
    checks: tuple  # names of the checks whose behaviour is compared; empty: all
    replaces: str  # the file whose place it takes


@dataclass(frozen=True)
class Exercise:
    folder: Path
    kind: str  # one of KINDS
    files: tuple  # names; the first one is the program
    wrong: tuple  # of WrongAnswer
    table: dict  # all of exercise.toml

    @property
    def checks(self):
        return self.folder / "checks.py"

    @property
    def toml(self):
        return self.folder / "exercise.toml"

    def tables(self, key, inside=None):
        """The tables [[key]] of the file or of the table `inside`; raises ExerciseError when it is something else."""
        value = (self.table if inside is None else inside).get(key, [])
        if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
            raise ExerciseError(f"{self.toml}: {key} must be tables, each begun by [[{key}]]")
        return value

    def text(self, table, key, where, *, default=None):
        """A text of `table`, which is told as `where`."""
        value = table.get(key, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            raise ExerciseError(f"{self.toml}: {where} needs {key}, a text in quotes")
        return value


def load_exercise(folder):
    """The exercise in `folder`; raises ExerciseError naming the file and what is wrong with it."""
    folder = Path(folder).absolute()
    toml = folder / "exercise.toml"
    try:
        table = tomllib.loads(toml.read_text(encoding="utf-8"))
    except (OSError, UnicodeError, tomllib.TOMLDecodeError) as error:
        raise ExerciseError(f"{toml}: {error}") from error
    files = table.get("files")
    if not isinstance(files, list) or not files or not all(isinstance(name, str) for name in files):
        raise ExerciseError(f'{toml}: files must be a list of file names, such as ["program.py"]')
    for name in files:
        if Path(name).name != name or name in (".", ".."):
            raise ExerciseError(f"{toml}: files must be plain names without folders, not {name!r}")
    kind = table.get("kind", "write")
    if kind not in KINDS:
        raise ExerciseError(f"{toml}: kind must be one of {', '.join(KINDS)}")
    entries = table.get("wrong", [])
    if not isinstance(entries, list):
        raise ExerciseError(f"{toml}: each wrong answer is a table of its own, [[wrong]]")
    wrong = tuple(_wrong(toml, folder, files, entry) for entry in entries)
    return Exercise(folder, kind, tuple(files), wrong, table)


def _wrong(toml, folder, files, entry):
    file = entry.get("file") if isinstance(entry, dict) else None
    feedback = entry.get("feedback") if isinstance(entry, dict) else None
    if not isinstance(file, str) or not isinstance(feedback, str):
        raise ExerciseError(f"{toml}: a [[wrong]] needs file and feedback, both texts")
    path = folder / file
    if not path.is_file():
        raise ExerciseError(f"{toml}: there is no {file}")
    match = entry.get("match", "behaviour")
    if match not in MATCHES:
        raise ExerciseError(f"{toml}: match of {file} must be one of {', '.join(MATCHES)}")
    checks = entry.get("checks", [])
    if not isinstance(checks, list) or not all(isinstance(name, str) for name in checks):
        raise ExerciseError(f"{toml}: checks of {file} must be a list of names of checks")
    replaces = entry.get("replaces", files[0])
    if replaces not in files:
        raise ExerciseError(f"{toml}: replaces of {file} must be one of files: {', '.join(files)}")
    return WrongAnswer(path, feedback.strip(), match, tuple(checks), replaces)
