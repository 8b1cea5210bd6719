# SPDX-License-Identifier: GPL-3.0-or-later
"""Ends code that runs too long, where the caller wants to go on afterwards."""

import signal
import threading

_AGAIN = 0.1  # seconds; for code that catches everything


class Overdue(BaseException):
    """Not an Exception: `except Exception` must not keep an endless loop alive."""


class deadline:
    """`with deadline(2):` raises Overdue within the block after two seconds; None is no deadline.

    Outside of the main thread it does nothing: the window's own limit holds there as everywhere.
    """

    def __init__(self, seconds):
        self._seconds = seconds
        self._earlier = None

    def __enter__(self):
        if self._seconds is not None and threading.current_thread() is threading.main_thread():
            self._earlier = signal.signal(signal.SIGALRM, _raise)
            signal.setitimer(signal.ITIMER_REAL, self._seconds, _AGAIN)
        return self

    def __exit__(self, *_):
        if self._earlier is not None:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, self._earlier)
        return False


def _raise(_number, _frame):
    raise Overdue
