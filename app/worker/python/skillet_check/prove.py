# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves an exercise: its starter fails, its solution passes, each wrong answer gets its feedback, and what its kind
asks for beyond that."""

from .exercise import ExerciseError, load_exercise
from .kinds import kind_of
from .outcome import CAUSE, FLAW
from .problem import Problem
from .tomllines import TomlLines
from .trial import Trial

_VARIATION = "skillet_variation = None\n"


def prove(folder):
    """What is wrong with the exercise in `folder`: sentences with file and line, none when it is proven."""
    return [str(problem) for problem in find_problems(folder)]


def find_problems(folder, confine=None):
    """As prove(), as a list of Problem. `confine` as in run_exercise()."""
    try:
        exercise = load_exercise(folder)
        kind = kind_of(exercise)
        found = _form(exercise, kind) + kind.form(exercise)
        if not found:
            found = _behaviour(exercise, kind, confine)
    except ExerciseError as error:
        file, _, message = str(error).partition(": ")
        return [Problem(file, 0, message)]
    lines = TomlLines(exercise.toml.read_text(encoding="utf-8"))
    return [
        Problem(str(exercise.folder / file), lines.of(*path) if file == "exercise.toml" else 0, message)
        for file, path, message in dict.fromkeys(found)
    ]


def _form(exercise, kind):
    table = exercise.table
    toml = "exercise.toml"
    problems = [
        (toml, (key,), f"{key} is missing or empty")
        for key, type_ in (("title", str), ("kind", str), ("minutes", int), ("concepts", list))
        if not isinstance(table.get(key), type_) or not table[key]
    ]
    hints = table.get("hints")
    if not isinstance(hints, list) or len(hints) != 3 or not all(isinstance(hint, str) and hint for hint in hints):
        problems.append((toml, ("hints",), "hints must be three texts, from nudge to near-answer"))
    if not isinstance(table.get("prerequisites"), list):
        problems.append((toml, (), "prerequisites is missing (an empty list is fine)"))
    if not isinstance(table.get("stdin", ""), str):
        problems.append((toml, ("stdin",), "stdin must be a text"))
    if len(exercise.wrong) < kind.least_wrong:
        problems.append((toml, ("wrong",), "at least two [[wrong]] answers are needed"))
    if table.get("network", "loopback") != "loopback":
        problems.append((toml, ("network",), 'network can only be "loopback"'))
    task = exercise.folder / "task.md"
    if not task.is_file() or "```" not in task.read_text(encoding="utf-8"):
        problems.append(("task.md", (), "is missing or has no worked example in a code block"))
    problems += [
        (f"{part}/{name}", (), f"{part}/{name} is missing")
        for part in kind.folders
        for name in exercise.files
        if not (exercise.folder / part / name).is_file()
    ]
    if kind.needs_checks and not exercise.checks.is_file():
        problems.append(("checks.py", (), "checks.py is missing"))
    return problems


def _behaviour(exercise, kind, confine):
    trial = Trial(exercise, kind.right_answers(exercise), confine)
    problems = []
    if "solution" in kind.folders:
        problems += _solution(trial)
        if "starter" in kind.folders:
            problems += _starter(trial)
        for number, wrong in enumerate(exercise.wrong):
            problems += _wrong(exercise, trial, number, wrong)
    return problems + kind.prove(exercise, trial)


def _solution(trial):
    result = trial.solution()
    problems = [] if result["passed"] else [("solution", (), f"the solution does not pass: {_why(result)}")]
    return problems + _own_mistakes(result)


def _starter(trial):
    result = trial.starter()
    judged = [outcome for outcome in result["outcomes"] if outcome["part"] not in (CAUSE, FLAW)]
    problems = _own_mistakes(result)
    if result["passed"]:
        problems.append(("starter", (), "the starter passes already"))
    elif not any(outcome["status"] in ("failed", "error") for outcome in judged):
        problems.append(("starter", (), f"the starter fails no check: {_why(result)}"))
    return problems


def _own_mistakes(result):
    return [("checks.py", (), o["message"]) for o in result["outcomes"] if o["id"] == "exercise"]


def _wrong(exercise, trial, number, wrong):
    name = wrong.path.relative_to(exercise.folder)
    place = ("wrong", number, "file")
    result = trial.wrong(wrong)
    problems = []
    if result["passed"]:
        problems.append(("exercise.toml", place, f"{name} passes the checks"))
    elif result["feedback"] != wrong.feedback:
        told = result["feedback"]
        problems.append(("exercise.toml", place, f"{name} gets {told!r} instead of its own feedback{_cut(result)}"))
    # Written a little differently, it still has to be told from the other wrong answers.
    if wrong.match != "code" and exercise.kind != "recall":
        varied = trial.wrong(wrong, _VARIATION)
        if varied["feedback"] != wrong.feedback:
            text = f"{name} in other words gets {varied['feedback']!r}: it behaves like another wrong answer"
            problems.append(("exercise.toml", place, text))
    return problems


def _cut(result):
    return f" (it {result['why']})" if "why" in result else ""


def _why(result):
    told = [f"{o['title']}: {o['message']}" for o in result["outcomes"] if o["status"] != "passed"]
    return "; ".join(told) or result.get("why", "no outcome")
