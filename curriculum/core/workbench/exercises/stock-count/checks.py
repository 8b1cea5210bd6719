# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_lines, expect_value, run_program


def test_total():
    """total holds the number of bottles"""
    expect_value(run_program().value("total"), 295)


def test_printed():
    """The program shows the number, and nothing else"""
    expect_lines(run_program(), ["295"])


def test_other_numbers():
    """With other numbers in the first three lines, the total follows"""
    run = run_program(change={"crates": 2, "bottles_per_crate": 10, "loose_bottles": 3})
    expect_lines(run, ["23"])
