# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the learner's own tests by pytest and tells how they go, while they go.

It runs in the learner's Python, of whatever version and environment, in a process of its own:

    PYTHON skillet_tests/run.py DESCRIPTOR [what pytest takes]

What happens is written to the descriptor, one JSON object a line:

    {"event": "begun", "pytest": "7.2.1", "python": "3.11.2"}
    {"event": "missing"}                               pytest is not installed there
    {"event": "collected", "tests": [{"id": "tests/test_shop.py::TestTill::test_total[3]",
                                      "file": "/abs/tests/test_shop.py", "line": 12,
                                      "names": ["TestTill", "test_total[3]"]}, ...]}
    {"event": "started", "id": ...}
    {"event": "ended", "id": ..., "outcome": "passed|failed|error|skipped|xfailed|xpassed", "seconds": 0.012,
     "reason": "...", "output": "...", "traceback": {...} or absent}
    {"event": "broken", "id": "tests/test_shop.py", "file": ..., "reason": ..., "traceback": ...}   it cannot be read
    {"event": "done", "status": 0}                     pytest's exit status

A traceback is {"exceptions": [...], "text": ...}; see tracebacks.py.
"""
