# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_output, run_program


def test_bicycle():
    """The bicycle takes 4 years"""
    expect_output(run_program(), "4 years, 915.40 EUR")


def test_holiday():
    """Another plan takes as long as it takes"""
    run = run_program(change={"balance": 50, "deposit": 300, "goal": 2100})
    expect_output(run, "7 years, 2360.23 EUR")


def test_enough():
    """Who has enough waits for no year"""
    run = run_program(change={"balance": 1000, "deposit": 10, "goal": 900})
    expect_output(run, "0 years, 1000.00 EUR")


def test_exactly():
    """A balance that is just the goal is enough"""
    run = run_program(change={"balance": 900, "deposit": 10, "goal": 900})
    expect_output(run, "0 years, 900.00 EUR")
