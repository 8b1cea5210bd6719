# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import demand, expect_lines, expect_value, run_program


def test_tonight():
    """The two errors of tonight are shown, without the word in front"""
    expect_lines(run_program(), ["2 errors", "disk full", "no route to 10.0.0.7"])


def test_other_log():
    """Another log gets its own messages"""
    run = run_program(change={"log": ["ERROR retry after ERROR 5", "WARNING slow", "ERRORS: 0", "ERROR x"]})
    expect_value(run.value("messages"), ["retry after ERROR 5", "x"])


def test_quiet_night():
    """A night without errors gives no messages"""
    expect_lines(run_program(change={"log": ["INFO start"]}), ["0 errors"])


def test_comprehension():
    """A list comprehension does it"""
    demand("comprehension")
