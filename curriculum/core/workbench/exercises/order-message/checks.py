# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import ban, demand, expect_lines, run_program


def test_same_message():
    """The message is the same as before"""
    expect_lines(run_program(), ["Order for Ada: 2 x lasagne"])


def test_other_order():
    """Another order gets its own message"""
    run = run_program(change={"name": "Ben", "count": 1, "dish": "soup"})
    expect_lines(run, ["Order for Ben: 1 x soup"])


def test_f_string():
    """An f-string builds it, without + and str"""
    demand("f-string")
    ban("+")
    ban("str()")
