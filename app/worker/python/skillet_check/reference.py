# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares the learner's function with the solution's on random inputs."""

import copy
from itertools import islice

from .attempt import current
from .comparing import fail
from .exercise import ExerciseError
from .program import load_function
from .randominputs import Inputs
from .words import describe, show
from .world import World, compile_file, execute, new_module

_MOST_DRAWN = 50  # for each try that `valid` may refuse


def expect_same_as_solution(name, *, tries=100, inputs=None, valid=None, file=None):
    """The learner's function `name` gives what the solution's gives, for inputs from the solution's type hints.

    inputs: {"n": range(1, 20)} says the values of a parameter. valid: a function of the same parameters that says
    whether the task speaks of such inputs. The same inputs come each time, odd ones such as 0 and "" first; of those
    that differ the shortest is told. Where the solution raises an error, the learner's function has to raise it too. Floats
    may differ a little.
    """
    attempt = current()
    reference, source = _solution(attempt, name, file)
    learners = load_function(name, file=file)
    drawn = (
        arguments for arguments in Inputs(source, name, inputs) if valid is None or valid(*copy.deepcopy(arguments))
    )
    worst = None
    for arguments in islice(_bounded(drawn, tries), tries):
        wanted = _outcome(reference, arguments)
        got = _outcome(learners, arguments)
        if not _same(wanted, got) and (worst is None or len(repr(arguments)) < len(repr(worst[0]))):
            worst = arguments, wanted, got
    attempt.called_exception = None
    if worst is not None:
        arguments, wanted, got = worst
        attempt.call = f"{name}({', '.join(show(value, 120) for value in arguments)})"
        fail(
            f"{attempt.call} should give {_told(wanted)}, and gave {_told(got)}.",
            expected=_told(wanted),
            actual=_told(got),
        )


def _bounded(drawn, tries):
    yield from islice(drawn, tries * _MOST_DRAWN)


def _solution(attempt, name, file):
    """The author's function, which runs here, and the source that it stands in."""
    path = attempt.exercise.folder / "solution" / (file or attempt.exercise.files[0])
    module = new_module(path.stem, path)
    exception = execute(World(attempt, module=module), compile_file(path), module)
    function = vars(module).get(name)
    if exception is not None or not callable(function):
        why = f"there is no function {name}" if exception is None else describe(exception)
        raise ExerciseError(f"{path}: {why}")

    def call(*arguments):
        result, error = World(attempt, module=module).call(function, arguments)
        if error is not None:
            raise error
        return result

    return call, path.read_bytes()


def _outcome(function, arguments):
    """What came back, or the error, and what has become of the arguments."""
    given = copy.deepcopy(arguments)
    try:
        return "value", function(*given), given
    except KeyboardInterrupt:
        raise
    except Exception as error:
        return "error", error, given


def _same(wanted, got):
    if wanted[0] != got[0]:
        return False
    if wanted[0] == "error":
        return type(wanted[1]).__name__ == type(got[1]).__name__
    return _equal(wanted[1], got[1]) and _equal(wanted[2], got[2])


def _equal(one, other):
    if type(one) is not type(other):
        return False
    if isinstance(one, float):
        return one == other or abs(one - other) <= 1e-9 * max(abs(one), abs(other)) or (one != one and other != other)
    if isinstance(one, (list, tuple)):
        return len(one) == len(other) and all(_equal(*pair) for pair in zip(one, other))
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(_equal(one[key], other[key]) for key in one)
    return one == other


def _told(outcome):
    return show(outcome[1]) if outcome[0] == "value" else f"an error: {describe(outcome[1])}"
