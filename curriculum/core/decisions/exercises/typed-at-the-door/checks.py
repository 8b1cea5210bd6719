# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_output, run_program


def test_accepted():
    """5 degrees are accepted"""
    expect_output(run_program(stdin="5\n"), "Degrees: Accepted at 5.0 degrees.")


def test_fraction():
    """So are 7.5"""
    expect_output(run_program(stdin="7.5\n"), "Degrees: Accepted at 7.5 degrees.")


def test_sent_back():
    """Boxes that are too warm or too cold are sent back"""
    expect_output(run_program(stdin="35\n"), "Degrees: Sent back at 35.0 degrees.")
    expect_output(run_program(stdin="1.9\n"), "Degrees: Sent back at 1.9 degrees.")


def test_limits():
    """2 and 8 are still accepted"""
    expect_output(run_program(stdin="2\n"), "Degrees: Accepted at 2.0 degrees.")
    expect_output(run_program(stdin="8\n"), "Degrees: Accepted at 8.0 degrees.")
