# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves a course's own order: course.toml, module.toml and what lies in the folders say the same.

python3 prove_course.py CURRICULUM_FOLDER
"""

import re
import sys
import tomllib
from pathlib import Path

NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
FORMAT = 1


def prove(folder):
    """What is wrong with the course in `folder`: sentences, empty when it is proven."""
    folder = Path(folder)
    course, problems = _read(folder / "course.toml")
    if course.get("format") != FORMAT:
        problems.append(f"course.toml: format must be {FORMAT}")
    problems += _missing(course, "course.toml", ("id", "title", "version", "summary"))
    stages = course.get("stages", [])
    modules = [module for stage in stages for module in stage.get("modules", [])]
    for stage in stages:
        problems += _missing(stage, f"course.toml: stage {stage.get('id')}", ("id", "title", "goal"))
    for module in modules:
        problems += _missing(module, f"course.toml: module {module.get('id')}", ("id", "title", "summary"))
    for kind, things in (("stage", stages), ("module", modules)):
        ids = [thing.get("id", "") for thing in things]
        twice = sorted({id for id in ids if ids.count(id) > 1})
        odd = [id for id in ids if not NAME.fullmatch(id)]
        problems += [f"course.toml: {kind} {id} stands there twice" for id in twice]
        problems += [f"course.toml: {kind} id {id!r} has other signs than a-z, 0-9, -" for id in odd]
    seen = []
    for module in modules:
        if "folder" in module:
            problems += _module(folder / module["folder"], module, seen)
    if not seen:
        problems.append("course.toml: no module has a lesson or an exercise")
    return problems


def _read(path):
    try:
        return tomllib.loads(path.read_text(encoding="utf-8")), []
    except (OSError, UnicodeError, tomllib.TOMLDecodeError) as error:
        return {}, [f"{path}: {error}"]


def _missing(table, where, keys):
    return [f"{where}: {key} is missing" for key in keys if not isinstance(table.get(key), str) or not table[key]]


def _module(folder, entry, seen):
    """Proves one written module; the ids of its items are added to `seen`."""
    toml = folder / "module.toml"
    table, problems = _read(toml)
    for key in ("id", "title", "summary"):
        if table.get(key) != entry.get(key):
            problems.append(f"{toml}: {key} is not the one in course.toml")
    listed = []
    for item in table.get("items", []):
        kind, _, name = item.partition(":")
        if kind not in ("lesson", "exercise") or not NAME.fullmatch(name):
            problems.append(f"{toml}: {item!r} should read like lesson:some-name or exercise:some-name")
            continue
        listed.append((kind, name))
        id = f"{entry['id']}/{name}"
        if id in seen:
            problems.append(f"{toml}: {id} stands in the course twice")
        if kind == "exercise":
            exercise, trouble = _read(folder / "exercises" / name / "exercise.toml")
            problems += trouble
            problems += [
                f"{folder}/exercises/{name}: prerequisite {other} does not come before it"
                for other in exercise.get("prerequisites", [])
                if other not in seen
            ]
        seen.append(id)
    present = {("lesson", path.stem) for path in folder.glob("lessons/*.md")}
    present |= {("exercise", path.parent.name) for path in folder.glob("exercises/*/exercise.toml")}
    missing = [item for item in listed if item not in present]
    unlisted = sorted(present - set(listed))
    problems += [f"{toml}: {kind} {name} is listed, but has no file" for kind, name in missing]
    problems += [f"{toml}: {kind} {name} lies in the folder, but is not listed" for kind, name in unlisted]
    return problems


def main(arguments):
    problems = prove(arguments[0])
    print("\n".join(problems) if problems else "proven")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
