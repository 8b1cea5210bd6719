# SPDX-License-Identifier: GPL-3.0-or-later
"""Since 3.12 Python warns when a process with several threads forks. The worker's own threads never hold a lock that a
child would need, and `python3 -i` has none: only threads that the learner started count."""

import os
import sys

_own_threads = 0


class _OwnThreadsOnly:
    """Stands for a regular expression in a warning filter: matches the text of that warning while only the worker's own
    threads are there."""

    def match(self, text):
        return text.startswith("This process (pid=") and "multi-threaded" in text and _threads() <= _own_threads


def expect_own_threads():
    """To be called before code of the learner's runs; the first call counts."""
    global _own_threads
    if _own_threads or sys.version_info < (3, 12):
        return
    import _warnings  # the module warnings would be loaded for nothing

    _own_threads = _threads()
    _warnings.filters.insert(0, ("ignore", _OwnThreadsOnly(), DeprecationWarning, None, 0))


def _threads():
    return len(os.listdir("/proc/self/task"))
