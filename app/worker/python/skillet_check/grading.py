# SPDX-License-Identifier: GPL-3.0-or-later
"""Judges one submission, whatever the kind of its exercise."""

from dataclasses import asdict
from pathlib import Path

from .answers import AnswersUnreadable, read_answers
from .attempt import CannotRun
from .exercise import ExerciseError, load_exercise
from .kinds import kind_of
from .outcome import ERROR, Outcome, Report
from .words import describe


def run_exercise(exercise_folder, submission_folder):
    """Checks the files in `submission_folder`. Raises nothing but KeyboardInterrupt.

    Keys of the answer: outcomes (list of dicts with the fields of Outcome), feedback (the author's words for a
    recognised wrong answer, or ''), passed, output (what the program printed, bounded), exception (the first
    exception of the learner's code, or None).
    """
    feedback = ""
    try:
        exercise = load_exercise(exercise_folder)
        folder = Path(submission_folder).absolute()
        report, feedback = kind_of(exercise).grade(exercise, folder, read_answers(folder))
    except ExerciseError as error:
        message = f"This exercise is broken, which is not your doing: {error}"
        report = Report([Outcome("exercise", "The exercise can be read", ERROR, message)])
    except AnswersUnreadable as error:
        report = Report([Outcome("answers", "Your answers can be read", ERROR, f"{error} Answer once more.")])
    except CannotRun as error:
        message = f"The checks cannot run on this machine: {error}."
        report = Report([Outcome("carried_out", "The checks can be carried out", ERROR, message)])
    except Exception as error:  # the learner's code can reach into anything; whatever it broke, it has not passed
        message = f"The checks could not be carried out to their end: {describe(error)}. Run them again."
        report = Report([Outcome("carried_out", "The checks can be carried out", ERROR, message)])
    return {
        "outcomes": [asdict(outcome) for outcome in report.outcomes],
        "feedback": feedback,
        "passed": report.passed,
        "output": report.output,
        "exception": report.exception,
    }
