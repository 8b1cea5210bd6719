# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_line, expect_lines, run_program


def test_order():
    """The alarm says what to order"""
    expect_line(run_program(), 1, "Order 3 crates of lemons")


def test_shelf():
    """The second line says what is on the shelf"""
    expect_lines(run_program(), ["Order 3 crates of lemons", "Shelf: 9 of 12"])


def test_other_stock():
    """With another stock, both lines follow"""
    run = run_program(change={"stock": 4, "minimum": 20})
    expect_lines(run, ["Order 16 crates of lemons", "Shelf: 4 of 20"])
