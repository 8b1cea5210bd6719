# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_lines, run_program


def test_week():
    """One line for each deposit, and one at the end"""
    expect_lines(run_program(), ["+12.50 = 112.50", "+8.00 = 120.50", "+20.00 = 140.50", "At the end: 140.50 EUR"])


def test_other_week():
    """Other deposits, another balance"""
    run = run_program(change={"balance": 3, "deposits": [0.25, 1]})
    expect_lines(run, ["+0.25 = 3.25", "+1.00 = 4.25", "At the end: 4.25 EUR"])


def test_no_deposits():
    """In a week without deposits, the last line is still there"""
    expect_lines(run_program(change={"deposits": []}), ["At the end: 100.00 EUR"])
