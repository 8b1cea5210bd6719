# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks on how long the learner's function takes, and how much memory."""

from .comparing import fail

_MEGABYTE = 1_000_000


def expect_within(seconds, function, *arguments, **keywords):
    """What `function`, from load_function(), returns; the check fails when that takes longer. Choose the limit so that
    a good answer takes a tenth of it: the learner's machine may be slow."""
    try:
        return function.call(arguments, keywords, seconds=seconds)
    except BaseException as exception:
        if type(exception).__name__ != "Overdue":
            raise
        fail(
            f"After {_spoken(seconds)} there was no result yet. Which work is done again and again, or is not needed?",
            expected=f"within {_spoken(seconds)}",
            actual="still running",
        )


def expect_memory(megabytes, function, *arguments, **keywords):
    """What `function`, from load_function(), returns; the check fails when Python's objects held more than that."""
    result = function.call(arguments, keywords, with_memory=True)
    used = function.memory / _MEGABYTE
    if used > megabytes:
        fail(
            f"That held {used:.1f} MB in memory at once. Is everything collected before it is used, where one at a "
            "time would do?",
            expected=f"at most {megabytes:g} MB",
            actual=f"{used:.1f} MB",
        )
    return result


def _spoken(seconds):
    return "one second" if seconds == 1 else f"{seconds:g} seconds"
