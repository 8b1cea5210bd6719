# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_line, expect_lines, run_program, write_file


def test_count():
    """The first line says how many readings there are"""
    expect_line(run_program(), 1, "4 readings")


def test_coldest():
    """The second line names the coldest"""
    expect_lines(run_program(), ["4 readings", "coldest: -2.0"])


def test_another_night():
    """Another night's file gets its own answer"""
    write_file("night.txt", "22:00 12.0\n23:00 9.5\n\n\n00:00 10.0")
    expect_lines(run_program(), ["3 readings", "coldest: 9.5"])
