# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import demand, expect_lines, expect_value, run_program


def test_labels():
    """The list holds one label for each reading"""
    expect_value(run_program().value("labels"), ["68 F", "72 F", "79 F"])


def test_shown():
    """The program shows the list"""
    expect_lines(run_program(), ["['68 F', '72 F', '79 F']"])


def test_other_day():
    """On another day, and with frost, the labels follow"""
    run = run_program(change={"celsius": [-20.0, 0.0, 10.0, 31.5]})
    expect_value(run.value("labels"), ["-4 F", "32 F", "50 F", "89 F"])


def test_comprehension():
    """A list comprehension fills the list"""
    demand("comprehension")
