# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_line, expect_lines, run_program


def test_name_of_the_place():
    """The first line is the name of the place"""
    expect_line(run_program(), 1, "Corner Kitchen")


def test_hours():
    """The second line tells the hours"""
    expect_line(run_program(), 2, "Tue-Fri 8-15")


def test_whole_sign():
    """The sign has its three lines and nothing more"""
    expect_lines(run_program(), ["Corner Kitchen", "Tue-Fri 8-15", "Closed on Mondays"])
