# SPDX-License-Identifier: GPL-3.0-or-later
"""The prompts of real windows side by side: Skillet, xterm, qtconsole, Thonny and IDLE, in turns."""

import contextlib
import time

import keys
import programs
import prompts
from prompts import median
from report import Aim

ROUNDS = 7
FLOOD_PEERS = ("Skillet", "xterm", "qtconsole")
# The last one with those that come out of it again.
FLOODS = (("flood", "lines of 1,000 x", FLOOD_PEERS), ("million", "a million short prints", FLOOD_PEERS),
          ("whole", "one string of 200 MB", ("Skillet", "xterm")))


class Windows:
    """The open programs and what was measured of each."""

    def __init__(self, options, report, stack):
        self._options, self._report = options, report
        self._open = []
        for kind in prompts.kinds(options.skillet):
            if not prompts.is_present(kind):
                (report.fail if kind.name == "Skillet" else report.note)(f"{kind.name} is absent here")
                continue
            prompt = prompts.Prompt(kind, stack)
            if prompt.is_ready and prompt.answers():
                self._open.append(prompt)
            else:
                (report.fail if kind.name == "Skillet" else report.note)(f"the prompt of {kind.name} does not answer")

    def _named(self, name):
        return next((prompt for prompt in self._open if prompt.name == name), None)

    def _in_turns(self, rounds, measure, names=None):
        """measure(prompt) of each program, `rounds` times in turns: lists by name."""
        results = {}
        for _ in range(rounds):
            for prompt in self._open:
                if names is None or prompt.name in names:
                    results.setdefault(prompt.name, []).append(measure(prompt))
        return results

    def _row(self, what, medians, aims, must_answer=True):
        if "Skillet" not in medians:
            return
        value = medians.pop("Skillet")
        if value is None and must_answer:
            self._report.fail(f"{what}: no answer in time")
        self._report.row(what, value, aims=aims, **medians)

    def memory(self):
        skillet, thonny = self._named("Skillet"), self._named("Thonny")
        if skillet is None:
            return
        ours = programs.memory_by_role(skillet.process.pid)
        theirs = programs.memory_by_role(thonny.process.pid) if thonny else {}
        back_end = theirs.get("back-end")
        worker = ours.get("prompt worker")
        if worker is not None:
            self._report.row("idle worker at the prompt", worker, "MB", [Aim(1, "Thonny")], Thonny=back_end)
        self._report.row("whole program with a lesson open", sum(ours.values()), "MB", [Aim(1, "Thonny")],
                         Thonny=sum(theirs.values()) or None)
        self._report.note("of that: " + ", ".join(f"{role} {size:.1f}" for role, size in ours.items()))
        parts = programs.memory_by_part(skillet.process.pid)
        self._report.note("in the window process: " + ", ".join(f"{part} {size:.1f}" for part, size in parts.items()))

    def answers(self):
        rows = self._in_turns(ROUNDS, lambda prompt: prompt.one_and_one())
        self._row("1+1, from Enter to result and prompt drawn",
                  {name: median(enter for _, enter in values) for name, values in rows.items()},
                  [Aim(2, "xterm"), Aim(0.3, "Thonny")])
        self._row("a key, to its glyph drawn",
                  {name: median(glyph for glyphs, _ in values for glyph in glyphs) for name, values in rows.items()},
                  [Aim(1, "qtconsole")])

    def busy_loop(self):
        rows = self._in_turns(3, lambda prompt: prompt.stop("spin", 0.3)[0])
        self._row("Stop of a busy loop, to the prompt drawn", {name: median(row) for name, row in rows.items()},
                  [Aim(3, "xterm")])

    def restart(self):
        def measure(prompt):
            time.sleep(0.7)  # for a spare to come up
            times = prompt.watch(prompt.press(*prompt.restart_keys))
            time.sleep(0.3)
            prompt.type("from bench import *\n")
            time.sleep(0.5)
            return times.last if times else None
        rows = self._in_turns(3, measure, [prompt.name for prompt in self._open if prompt.restart_keys])
        self._row("fresh prompt after Restart, drawn", {name: median(row) for name, row in rows.items()}, [Aim(50)])

    def deep(self):
        def measure(prompt):
            prompt.type("fill()\n")
            time.sleep(0.6)
            prompt.type("deep()")
            time.sleep(0.1)
            times = prompt.watch(prompt.press("Return"), prompts.STILL_AFTER_FLOOD)
            return times.last if times else None
        rows = self._in_turns(3, measure)
        self._row("RecursionError at the prompt, to the prompt drawn",
                  {name: median(row) for name, row in rows.items()}, [Aim(50), Aim(1, "Thonny")])

    def lines(self):
        """Of the programs that take seconds; slow_lines() has the others, which are of no use after it."""
        rows = self._in_turns(2, lambda prompt: prompt.lines(30), FLOOD_PEERS)
        self._row("100,000 printed lines, until the prompt is back", {name: median(row) for name, row in rows.items()},
                  [Aim(1, "qtconsole")])

    def slow_lines(self):
        limit = 600 if self._options.long else prompts.CAP
        for prompt in self._open:
            if prompt.name not in FLOOD_PEERS:
                time_taken = prompt.lines(limit)
                shown = f"over {limit} s" if time_taken is None else f"{time_taken / 1000:.1f} s"
                self._report.note(f"100,000 printed lines in {prompt.name}: {shown}")

    def floods(self):
        for name, words, who_takes_part in FLOODS:
            rows = self._in_turns(2, lambda prompt, name=name: prompt.stop(name, 1.0), who_takes_part)
            self._row(f"Stop of a flood of {words}", {who: median(stop for stop, _ in row) for who, row in rows.items()},
                      [Aim(50)], must_answer=False)
            self._row("  longest silence of the window meanwhile",
                      {who: median(silence for _, silence in row) for who, row in rows.items()}, [Aim(50)], False)
            skillet = self._named("Skillet")
            if skillet and not skillet.answers():
                self._report.fail(f"the prompt does not answer after Stop of {words}")


def bench(options, report):
    report.head("Prompts in windows, from a key to pixels on a virtual display, medians in turns")
    if keys.libraries() is None:
        report.note("skipped: libX11 and libXtst are absent here (packages libx11-6 and libxtst6)")
        return
    with contextlib.ExitStack() as stack:
        windows = Windows(options, report, stack)
        for measure in (windows.memory, windows.answers, windows.busy_loop, windows.restart, windows.deep,
                        windows.lines, windows.floods, windows.slow_lines):
            measure()
