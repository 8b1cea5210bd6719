# SPDX-License-Identifier: GPL-3.0-or-later
"""Start, first answer and memory of Skillet, IDLE and Thonny, from the picture of a virtual display."""

import os
import shutil
import statistics
import subprocess
import time

import programs
import screen as screens
from report import Aim


def measure_answer(screen):
    """Milliseconds from keys to a change of the picture; None when the program takes no keys here."""
    before = screen.capture()
    began = time.monotonic()
    subprocess.run(["xdotool", "type", "--delay", "0", "wwwwwwwwwwwwwwwwwwww"], check=False,
                   env={**os.environ, "DISPLAY": screen.name}, stderr=subprocess.DEVNULL)
    while time.monotonic() - began < 2:
        if screen.differing_tiles(before, screen.capture()) >= screens.CARET_TILES:
            return (time.monotonic() - began) * 1000
        time.sleep(0.002)
    return None


def measure_start(screen, program):
    """One start: (milliseconds to the settled window, milliseconds to an answer or None, megabytes)."""
    blank = screen.capture()
    began = time.monotonic()
    process = program.start(screen.name)
    try:
        pictures = screens.watch(screen, 15)
        if process.poll() is not None or screen.differing_tiles(blank, pictures[-1][1]) < 1000:
            return None
        settled = (screens.settled_at(screen, pictures) - began) * 1000
        time.sleep(max(0, began + 2.0 - time.monotonic()))
        memory = programs.proportional_memory(process.pid)
        answer = measure_answer(screen) if shutil.which("xdotool") else None
        return settled, answer, memory
    finally:
        programs.end(process)


def measure_starts(candidates, runs, report):
    """The medians of each program, in turns, so that a busy moment meets all of them."""
    results = {program.name: [] for program in candidates}
    for number in range(runs + 1):
        for program in candidates:
            with screens.Screen() as screen:
                result = measure_start(screen, program)
            if result is not None and number > 0:  # the first start fills caches and writes the first settings
                results[program.name].append(result)
    medians = {}
    for name, rows in results.items():
        if rows:
            answers = [answer for _, answer, _ in rows if answer is not None]
            medians[name] = (statistics.median(row[0] for row in rows),
                             statistics.median(answers) if answers else None,
                             statistics.median(row[2] for row in rows))
        else:
            (report.fail if name == "Skillet" else report.note)(f"{name} showed no window")
    return medians


def bench(options, report):
    report.head(f"Start of the program, medians of {options.runs} after one that does not count")
    candidates = [programs.Program("Skillet", [options.skillet]), programs.Program("IDLE", ["/usr/bin/idle"]),
                  programs.Program("Thonny", ["/usr/bin/thonny"])]
    try:
        for program in candidates:
            if not program.is_present():
                report.note(f"{program.name} is absent here")
        present = [program for program in candidates if program.is_present()]
        medians = measure_starts(present, options.runs, report)
    finally:
        for program in candidates:
            program.forget()
    if "Skillet" not in medians:
        return
    others = {name: values for name, values in medians.items() if name != "Skillet"}
    rows = (("start until its prompt is shown", "ms", [Aim(0.6, name) for name in others]),
            ("first answer to keys", "ms", []), ("memory of all its processes, two seconds later", "MB", []))
    for index, (what, unit, aims) in enumerate(rows):
        report.row(what, medians["Skillet"][index], unit, aims,
                   **{name: values[index] for name, values in others.items()})
