# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_line, expect_lines, run_program


def test_hours():
    """The first line still shows the hours"""
    expect_line(run_program(), 1, "Hours: 240")


def test_six_hours():
    """The plan for 6 hours a week"""
    run = run_program(change={"hours_per_week": 6})
    expect_lines(run, ["Hours: 240", "Weeks: 40", "Months: 9.2"])


def test_three_hours():
    """The plan for 100 hours, 3 a week"""
    run = run_program(change={"hours_needed": 100, "hours_per_week": 3})
    expect_lines(run, ["Hours: 100", "Weeks: 33", "Months: 7.7"])
