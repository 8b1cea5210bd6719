# SPDX-License-Identifier: GPL-3.0-or-later
"""explain: the learner says in his own words what a program does, then compares with a model answer."""

from ..exercise import ExerciseError
from ..outcome import FAILED, PASSED, POINTS, TEXT, Outcome, Report
from .kind import Kind

SHORTEST = 80  # characters
_POINTS = (3, 6)
_MISREADINGS = 2


class Explain(Kind):
    folders = ("starter",)
    needs_checks = False
    least_wrong = 0

    def grade(self, exercise, folder, answers):
        points = points_of(exercise)
        written = Outcome("text", "You have said it in your own words", part=TEXT)
        rated = Outcome("points", "You have compared it with the model answer", part=POINTS)
        size = len((answers.text or "").strip())
        if size >= SHORTEST:
            written.status = PASSED
        elif size:
            written.status = FAILED
            written.message = (
                f"That is {size} characters; {SHORTEST} are wanted. Say what the program does, in which order, and why."
            )
        else:
            written.message = "Write what the program does, as you would tell it a colleague."
        if written.status != PASSED:
            rated.message = f"Waits for: {written.title}"
        elif answers.points is None:
            rated.message = "Read the model answer, and tick the points that yours has."
        elif any(point >= len(points) for point in answers.points):
            rated.status, rated.message = FAILED, f"There are {len(points)} points to tick, and you ticked another one."
        else:
            rated.status = PASSED
            rated.actual = f"{len(answers.points)} of {len(points)}"
        return Report([written, rated]), ""

    def right_answers(self, exercise):
        text = (exercise.folder / "model.md").read_text(encoding="utf-8")
        return {"text": text, "points": list(range(len(points_of(exercise))))}

    def form(self, exercise):
        problems = []
        if not _POINTS[0] <= len(points_of(exercise)) <= _POINTS[1]:
            problems.append(("exercise.toml", ("points",), "points must be three to six texts"))
        if len(misreadings_of(exercise)) < _MISREADINGS:
            problems.append(("exercise.toml", ("misreadings",), "at least two [[misreadings]] are needed"))
        model = exercise.folder / "model.md"
        if not model.is_file():
            problems.append(("model.md", (), "is missing: the model answer, shown after the learner has written"))
        elif len(model.read_text(encoding="utf-8").strip()) < SHORTEST:
            problems.append(
                ("model.md", (), f"the model answer is shorter than the learner's has to be ({SHORTEST} signs)")
            )
        return problems

    def prove(self, exercise, trial):
        ended = trial.run_program(exercise.folder / "starter" / exercise.files[0], exercise.table.get("stdin", ""))
        if ended["problem"]:
            return [(f"starter/{exercise.files[0]}", (), ended["problem"])]
        model = (exercise.folder / "model.md").read_text(encoding="utf-8")
        if ended["error"] != "none" and ended["error"] not in model:
            text = f"ends with {ended['error']}, which the model answer does not speak of"
            return [(f"starter/{exercise.files[0]}", (), text)]
        return []


def points_of(exercise):
    points = exercise.table.get("points")
    if not isinstance(points, list) or not all(isinstance(point, str) and point.strip() for point in points):
        raise ExerciseError(f"{exercise.toml}: points must be a list of texts: what a good explanation says")
    return points


def misreadings_of(exercise):
    return [
        {key: exercise.text(table, key, "[[misreadings]]") for key in ("says", "feedback")}
        for table in exercise.tables("misreadings")
    ]
