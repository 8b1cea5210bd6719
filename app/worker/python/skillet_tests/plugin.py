# SPDX-License-Identifier: GPL-3.0-or-later
"""What pytest tells, as events. See __init__.py for them."""

import os

import pytest

from skillet_tests import tracebacks

_MOST_OUTPUT = 100_000  # characters of one test
_MOST_REASON = 10_000
_REASONS = ("Skipped: ", "reason: ")


class Plugin:
    def __init__(self, channel):
        self._channel = channel
        self._ended = {}  # id -> what is known of it before its teardown

    def pytest_collection_finish(self, session):
        self._channel.send(event="collected", tests=[_described(item) for item in session.items])

    @pytest.hookimpl(hookwrapper=True)
    def pytest_make_collect_report(self, collector):
        outcome = yield
        report = outcome.get_result()
        if report.failed:
            call = getattr(report, "call", None)
            error = call.excinfo if call is not None else None
            event = {"event": "broken", "id": collector.nodeid, "file": _path(collector), "reason": _short(report)}
            if error is not None:
                event["traceback"] = tracebacks.describe(error.value)
                last = event["traceback"]["exceptions"][0]
                event["reason"] = f"{last['type']}: {last['message']}"[:_MOST_REASON]
            self._channel.send(**event)

    def pytest_runtest_logstart(self, nodeid, location):
        self._channel.send(event="started", id=nodeid)

    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_makereport(self, item, call):
        outcome = yield
        report = outcome.get_result()
        known = self._ended.setdefault(item.nodeid, {"outcome": "passed", "seconds": 0.0, "reason": "", "output": ""})
        known["seconds"] += report.duration
        known["output"] = _output(report) or known["output"]
        state = _state(report)
        if state is None:
            return
        # What failed first is told, unless only taking down failed.
        if known["outcome"] in ("passed", "xpassed"):
            known["outcome"] = state
            known["reason"] = _reason(report, state)
            if state in ("failed", "error") and call.excinfo is not None:
                known["traceback"] = tracebacks.describe(call.excinfo.value)

    def pytest_runtest_logfinish(self, nodeid, location):
        known = self._ended.pop(nodeid, None)
        if known is not None:
            self._channel.send(event="ended", id=nodeid, **known)


def _path(node):
    return str(getattr(node, "path", None) or getattr(node, "fspath", ""))


def _described(item):
    names = []
    node = item
    while node is not None and not isinstance(node, (pytest.File, pytest.Session)):
        if node.name != "()":  # what older ones have between a class and its functions
            names.insert(0, node.name)
        node = node.parent
    file, line, _ = item.location
    return {
        "id": item.nodeid,
        "file": os.path.abspath(os.path.join(str(item.config.rootdir), file)),
        "line": (line if line is not None else -1) + 1,
        "names": names,
    }


def _state(report):
    """How the test stands after this part of it; None: as before."""
    if hasattr(report, "wasxfail"):
        return "xfailed" if report.skipped else "xpassed" if report.passed and report.when == "call" else None
    if report.failed:
        return "failed" if report.when == "call" else "error"
    return "skipped" if report.skipped else None


def _reason(report, state):
    if state in ("xfailed", "xpassed"):
        text = report.wasxfail
    elif state == "skipped" and isinstance(report.longrepr, tuple):
        text = report.longrepr[2]
    else:
        text = _short(report)
    for begin in _REASONS:
        if text.startswith(begin):
            text = text[len(begin) :]
    if state == "error" and report.when == "teardown":
        text = "(after the test) " + text
    elif state == "error":
        text = "(before the test) " + text
    return text[:_MOST_REASON]


def _short(report):
    crash = getattr(report.longrepr, "reprcrash", None)
    text = crash.message if crash is not None else str(report.longrepr or "")
    return text[:_MOST_REASON]


def _output(report):
    parts = [text for name, text in report.sections if text and name.startswith("Captured")]
    text = "".join(parts)
    if len(text) > _MOST_OUTPUT:
        text = text[: _MOST_OUTPUT // 2] + "\n[...]\n" + text[-_MOST_OUTPUT // 2 :]
    return text
