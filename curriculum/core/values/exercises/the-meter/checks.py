# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_lines, run_program


def test_this_month():
    """This month's bill is right"""
    expect_lines(run_program(), ["120 kWh", "To pay: 50.90 EUR"])


def test_next_month():
    """Another month has other numbers"""
    run = run_program(change={"before": 100, "now": 110, "price": 0.5, "month": 10})
    expect_lines(run, ["10 kWh", "To pay: 15.00 EUR"])
