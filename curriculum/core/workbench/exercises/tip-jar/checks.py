# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_line, expect_lines, run_program


def test_jar():
    """The first line says what is in the jar"""
    expect_line(run_program(), 1, "In the jar: 73.50")


def test_share():
    """The second line says what each gets"""
    expect_lines(run_program(), ["In the jar: 73.50", "Each gets: 24.50"])


def test_other_team():
    """With other tips and another team, both lines follow"""
    run = run_program(change={"monday": 10.0, "tuesday": 20.0, "wednesday": 30.0, "people": 4})
    expect_lines(run, ["In the jar: 60.00", "Each gets: 15.00"])
