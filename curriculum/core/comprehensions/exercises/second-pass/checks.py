# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_lines, run_program


def test_summary():
    """All three lines are there"""
    expect_lines(run_program(), ["Sum 46.5", "Highest 19.5", "Lowest 11.0"])


def test_other_day():
    """Another day gets its own three lines"""
    run = run_program(change={"raw": ["n/a", "9.5", "-100.0", "9.5"]})
    expect_lines(run, ["Sum -81.0", "Highest 9.5", "Lowest -100.0"])
