# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_lines, run_program


def test_list():
    """The list shows all three shifts"""
    expect_lines(run_program(), ["Morning: Ines", "Evening: Tom", "Closing: Tom"])


def test_follows_the_names():
    """When people swap, the list follows"""
    run = run_program(change={"morning": "Mia", "evening": "Jo", "closing": "Ines"})
    expect_lines(run, ["Morning: Mia", "Evening: Jo", "Closing: Ines"])
