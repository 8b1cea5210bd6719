# SPDX-License-Identifier: GPL-3.0-or-later
"""Judges one submission, whatever the kind of its exercise."""

from dataclasses import asdict
from pathlib import Path

from .answers import AnswersUnreadable, read_answers
from .attempt import CannotRun, running_in
from .exercise import ExerciseError, load_exercise
from .kinds import kind_of
from .outcome import ERROR, FAILED, PASSED, Outcome, Report
from .player import Nursery
from .words import describe


def run_exercise(exercise_folder, submission_folder, *, confine=None, picture=None):
    """Checks the files in `submission_folder`. Raises nothing but KeyboardInterrupt.

    confine("program") is called in each process that runs the learner's code, before it does, and confine("checks") here
    before the author's; "program with loopback" when the exercise says network = "loopback". picture(exception) is called there
    too; the bytes that it gives are the attribute skillet_picture of the exception in the answer.

    Keys of the answer: outcomes (list of dicts with the fields of Outcome), feedback (the author's words for a
    recognised wrong answer, or ''), passed, output (what the program printed, bounded), exception (the first
    exception of the learner's code, or None).
    """
    feedback = ""
    try:
        # Split off first: what runs the learner's code has never read the exercise.
        with running_in(Nursery(confine, picture)):
            if confine is not None:
                confine("checks")
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
    return _result(report, feedback)


def _result(report, feedback):
    return {
        "outcomes": [asdict(outcome) for outcome in report.outcomes],
        "feedback": feedback,
        "passed": report.passed,
        "output": report.output,
        "exception": report.exception,
    }


def proof(problems):
    """What an author's proof came to, in the form of run_exercise(): an outcome for each Problem."""
    outcomes = [
        Outcome("problem", problem.message, FAILED, call=problem.file, line=problem.line) for problem in problems
    ]
    report = Report(outcomes or [Outcome("proven", "Everything is proven", PASSED)])
    return _result(report, "")
