# SPDX-License-Identifier: GPL-3.0-or-later
"""Says in plain words what an error means, from the error's own values.

explain() takes a traceback in the form that goes over the wire and gives an Explanation. What is known lies in rules:
`runtime` for errors that a running program raises, `syntax` for texts that do not compile, `general` for what is always
true of a class of errors. Nothing of the learner's is run here, and nothing that the traceback says is trusted.
"""

from . import general, runtime, syntax
from .model import Explanation, Suggestion, SyntaxProblem
from .problem import problem_of, syntax_problem_of

__all__ = ["Explanation", "Suggestion", "SyntaxProblem", "catalogue", "explain"]


def explain(traceback, source, version, folder=None):
    """Explains the exception that ended the run.

    `source` is the text of the file of the frame to look at (or of the file that does not compile), None when unknown;
    `version` that of the Python that raised it, such as (3, 11); `folder` the program's working folder, where its files
    are looked for when a file is missing.
    """
    problem = problem_of(traceback, source, version, folder)
    for find in (_by_syntax, runtime.find):
        try:
            found = find(problem)
        except Exception:  # a rule met something that its author did not think of: the general text still holds
            found = None
        if found is not None:
            return found
    return general.explanation(problem)


def _by_syntax(problem):
    if not problem.is_syntax_error:
        return None
    return syntax.find(syntax_problem_of(problem))


def catalogue():
    """Every cause by its id, with one short line that names it: for lists to choose from, and for documentation."""
    return {**runtime.CAUSES, **syntax.CAUSES}
