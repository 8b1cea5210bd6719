# SPDX-License-Identifier: GPL-3.0-or-later
"""What all kinds share. As it is: the kinds write and rewrite, code that is judged by checks."""

from ..checking import run_checks
from ..recognising import recognise, same_outcomes


class Kind:
    """Each kind of exercise is one object of a class derived from this; it holds nothing."""

    folders = ("starter", "solution")  # those that hold all of `files`
    needs_checks = True
    least_wrong = 2  # [[wrong]] answers that an exercise has at least

    def grade(self, exercise, folder, answers):
        """A report on the submission in `folder`, and the feedback for a known wrong answer or ''."""
        paths = {name: folder / name for name in exercise.files}
        report = self.judge(exercise, paths, [folder])
        feedback = "" if report.passed else self.recognise(exercise, paths, report)
        self.finish(exercise, answers, report)
        return report, feedback

    def judge(self, exercise, paths, folders):
        """A report on code alone."""
        return run_checks(exercise, paths, folders)

    def finish(self, exercise, answers, report):
        """Adds what is judged besides code to the report."""

    def recognise(self, exercise, paths, report):
        return recognise(
            exercise, paths, report, lambda others, folders: self.judge(exercise, others, folders), self.signature
        )

    def signature(self, report, wrong):
        """What reports on files that do the same have in common; `wrong` says how much is compared."""
        return same_outcomes(report, wrong)

    def right_answers(self, exercise):
        """The table that answers.json would hold when everything in it is right."""
        return {}

    def form(self, exercise):
        """What is wrong with the tables and files of this kind.

        Each is a tuple of a file in the exercise's folder, a path in its TOML or (), and a sentence.
        """
        return []

    def prove(self, exercise, trial):
        """What is wrong with its behaviour, beyond solution, starter and wrong answers; as form()."""
        return []
