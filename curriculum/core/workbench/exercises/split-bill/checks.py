# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import demand, expect_line, expect_lines, run_program


def test_each_pays():
    """The first line says what each pays, rounded to two digits"""
    expect_line(run_program(), 1, "Each pays: 31.33")


def test_largest():
    """The second line says which order was the largest"""
    expect_lines(run_program(), ["Each pays: 31.33", "Largest order: 43.9"])


def test_another_evening():
    """On another evening, both lines follow"""
    run = run_program(change={"ada": 50.0, "ben": 20.5, "cleo": 10.0})
    expect_lines(run, ["Each pays: 26.83", "Largest order: 50.0"])


def test_functions():
    """round and max do the work"""
    demand("round()")
    demand("max()")
