# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import count, expect_lines, fail, run_program


def test_same_output():
    """The price list shows what it showed before"""
    expect_lines(run_program(), ["1 coffee: 2.80 EUR", "2 coffees: 5.60 EUR", "6 coffees: 16.80 EUR"])


def test_price_stands_once():
    """The number 2.8 stands in the program once"""
    times = count(2.8)
    if times > 1:
        fail("The price still stands in more than one place.", expected="2.8 once", actual=f"2.8 {times} times")


def test_new_price():
    """A new price in one line changes the whole list"""
    run = run_program(change={"price": 3.5})
    expect_lines(run, ["1 coffee: 3.50 EUR", "2 coffees: 7.00 EUR", "6 coffees: 21.00 EUR"])
