# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_lines, run_program


def test_tonight():
    """Tonight's list is imported, and one line is passed over"""
    expect_lines(run_program(), ["7 pieces", "1 line passed over"])


def test_first_line():
    """Lines after a bad one are imported too"""
    run = run_program(change={"lines": ["soup", "two tea", "5 wine"]})
    expect_lines(run, ["5 pieces", "2 lines passed over"])


def test_good_list():
    """A good list has nothing to pass over"""
    expect_lines(run_program(change={"lines": ["1 soup"]}), ["1 pieces", "0 lines passed over"])
