# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import ban, demand, expect_lines, needs, run_program


def test_same():
    """It prints the same as before"""
    expect_lines(run_program(), ["15 left", "10 left", "5 left", "sold out"])


def test_other_stock():
    """For another number of tickets as well"""
    expect_lines(run_program(change={"stock": 10}), ["10 left", "5 left", "sold out"])
    expect_lines(run_program(change={"stock": 12}), ["12 left", "7 left", "2 left", "sold out"])


def test_none():
    """Without tickets, only the last line is printed"""
    expect_lines(run_program(change={"stock": 0}), ["sold out"])


@needs(test_same)
def test_for():
    """A for does the counting"""
    demand("for loop")
    ban("while loop", "There is still a while. range can count down by itself.")
