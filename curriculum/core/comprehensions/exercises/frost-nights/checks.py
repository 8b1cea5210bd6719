# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_lines, run_program


def test_week():
    """The two nights with frost are counted, and the coldest is named"""
    expect_lines(run_program(), ["2 nights with frost, the coldest -3.5"])


def test_other_week():
    """In another week, number and coldest night follow"""
    run = run_program(change={"nights": [-8.0, 1.5, -2.0, -2.5]})
    expect_lines(run, ["3 nights with frost, the coldest -8.0"])
