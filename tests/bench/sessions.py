# SPDX-License-Identifier: GPL-3.0-or-later
"""Skillet's session and panes without a window, beside plain Python on a pty or a pipe."""

import os
import pty
import statistics
import subprocess
import tempfile
import time

from report import Aim

PYTHON = "/usr/bin/python3"
# What a shell written in Python does with an error: its text by the traceback module, written.
FORMATTING = '''
import statistics, sys, time, traceback
def down(n, names):
    return down(n + 1, names)
times = []
for _ in range(15):
    began = time.perf_counter()
    try:
        down(0, ("a", "b"))
    except RecursionError:
        print(traceback.format_exc(), flush=True)
    times.append((time.perf_counter() - began) * 1000)
print(statistics.median(times), file=sys.stderr)
'''


def read_until(descriptor, ending):
    text = b""
    while not text.endswith(ending):
        part = os.read(descriptor, 4096)
        if not part:
            raise RuntimeError("python3 -i ended")
        text += part
    return text


class Interpreter:
    """`python3 -i` on a pty, as a context manager."""

    def __enter__(self):
        self._process, self._descriptor = pty.fork()
        if self._process == 0:
            os.execve(PYTHON, [PYTHON, "-I", "-i", "-q"], {"TERM": "dumb", "LC_ALL": "C.UTF-8"})
        read_until(self._descriptor, b">>> ")
        return self

    def __exit__(self, *_exception):
        os.close(self._descriptor)
        os.waitpid(self._process, 0)

    def write(self, text):
        os.write(self._descriptor, text)

    def time(self, text, ending):
        """Milliseconds from `text` to `ending`."""
        began = time.perf_counter()
        os.write(self._descriptor, text)
        read_until(self._descriptor, ending)
        return (time.perf_counter() - began) * 1000


def pty_times():
    """Medians in milliseconds, by the names that Skillet's programs use too."""
    with Interpreter() as python:
        rounds = [python.time(b"1+1\n", b"2\r\n>>> ") for _ in range(550)][50:]
        stops = []
        for _ in range(7):
            python.write(b"while True: pass\n\n")
            time.sleep(0.3)
            stops.append(python.time(b"\x03", b"KeyboardInterrupt\r\n>>> "))
        lines = [python.time(b"for i in range(100000): print(i)\n\n", b"99999\r\n>>> ") for _ in range(3)]
    return {"roundtrip": statistics.median(rounds), "stop_loop": statistics.median(stops),
            "hundred_thousand_lines": statistics.median(lines)}


def formatting_time():
    result = subprocess.run([PYTHON, "-I", "-c", FORMATTING], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                            text=True, check=True)
    return float(result.stderr)


def figures(options, name, report):
    """What one of Skillet's programs prints, as a dictionary; empty when it is absent or fails."""
    program = os.path.join(options.programs, "bench-" + name)
    if not os.access(program, os.X_OK):
        report.note(f"skipped: {program} is not built")
        return {}
    result = subprocess.run([program], capture_output=True, text=True, check=False, timeout=240,
                            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    if result.returncode != 0:
        report.fail(f"bench-{name}: {result.stderr.strip().splitlines()[-1:]}")
        return {}
    return {name: float(value) for name, value in (line.split() for line in result.stdout.splitlines())}


def bench(options, report):
    report.head("Session without a window; python3 -i on a pty that nobody draws")
    plain = pty_times()
    ours = figures(options, "roundtrip", report)
    ours.update(figures(options, "stops", report))
    for name, what in (("roundtrip", "round trip of 1+1"), ("stop_loop", "Stop of a busy loop"),
                       ("hundred_thousand_lines", "100,000 printed lines")):
        if name in ours:
            report.row(what, ours[name], python3=plain[name])
    for name, what in (("stop_flood", "Stop of a flood"), ("flood_gap", "longest gap of the event loop in a flood"),
                       ("restart", "fresh prompt after Restart")):
        if name in ours:
            report.row(what, ours[name], aims=[Aim(50)])


def bench_errors(options, report):
    report.head("Errors without a window; python3 is traceback.format_exc and print")
    ours = figures(options, "errors", report)
    if not ours:
        return
    report.row("five-frame error, more than an empty run", max(0.0, ours["ordinary"] - ours["nothing"]), aims=[Aim(2)])
    report.row("RecursionError, from run to picture drawn", ours["deep_picture"], aims=[Aim(50)],
               python3=formatting_time())
    report.row("explanation, warm", ours["explanation"], aims=[Aim(30)])
    report.row("the same of a SyntaxError in 3,000 lines", ours["syntax_explanation"], aims=[Aim(30)])
    report.row("log of 50 MB with 500 tracebacks: longest gap", ours["log_gap"], aims=[Aim(50)])
    report.row("the same: until all are found", ours["log_time"])
    report.note(f"100,000 lines in the prompt pane: {ours['lines_kept']:.0f} kept")


def searching_time():
    """Milliseconds that grep takes to count in a file like that of the editor, from memory."""
    line = b"2026-01-05 10:00:00,123 INFO shop.server: request served in 12 ms, nothing else to tell\n"
    with tempfile.NamedTemporaryFile() as file:
        file.write(line * (50_000_000 // len(line)))
        file.flush()
        times = []
        for _ in range(5):
            began = time.perf_counter()
            subprocess.run(["grep", "-c", "needle", file.name], stdout=subprocess.DEVNULL, check=False)
            times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times)


def bench_editor(options, report):
    report.head("Editor without a window")
    ours = figures(options, "editor", report)
    if not ours:
        return
    for name, what in (("open", "20,000 lines opened and painted"), ("key", "a key in their middle, painted"),
                       ("quotes", "three quotes there, which restyle all below"), ("fold", "all their blocks folded"),
                       ("line_open", "a line of 5 MB opened and painted"), ("line_key", "a key in it, painted")):
        report.row(what, ours[name], aims=[Aim(50)])
    report.row("find in 50 MB, until all is counted", ours["find"], grep=searching_time())
    report.row("the same: longest gap of the event loop", ours["find_gap"], aims=[Aim(50)])
    report.row("a key in 50 MB, painted", ours["huge_key"], aims=[Aim(50)])
    report.row("50 MB opened and painted", ours["huge_open"])
