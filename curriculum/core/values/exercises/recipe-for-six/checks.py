# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_lines, run_program


def test_six():
    """For six guests everything is half as much again"""
    expect_lines(run_program(), ["flour: 375 g", "milk: 0.90 l"])


def test_two():
    """For fewer guests it is less"""
    run = run_program(change={"people": 8, "guests": 2, "flour": 1000, "milk": 500})
    expect_lines(run, ["flour: 250 g", "milk: 0.12 l"])
