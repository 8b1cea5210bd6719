# SPDX-License-Identifier: GPL-3.0-or-later
"""What the worker is asked to do with checks; all answers have the form of run_exercise()."""

from . import lesson, prove
from .grading import proof, run_exercise

ATTEMPT, EXERCISE, LESSON = range(3)  # as Protocol::CheckTask


def carry_out(task, path, submission, *, confine=None, picture=None):
    """Judges a submission, or proves an exercise's folder or a lesson's file."""
    if task == EXERCISE:
        return proof(prove.find_problems(path, confine))
    if task == LESSON:
        if confine is not None:
            confine("checks")
        return proof(lesson.find_problems(path))
    return run_exercise(path, submission, confine=confine, picture=picture)
