# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_line, expect_lines, run_program


def test_order():
    """The first line still says what was ordered"""
    expect_line(run_program(), 1, "3 x soup")


def test_amount():
    """The second line says what to pay"""
    expect_lines(run_program(), ["3 x soup", "To pay: 13.05 EUR"])


def test_other_order():
    """Another order gets another amount"""
    run = run_program(change={"item": "tea", "count": 2, "price": 1.5})
    expect_lines(run, ["2 x tea", "To pay: 3.00 EUR"])
