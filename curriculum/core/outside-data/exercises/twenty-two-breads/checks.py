# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_output, run_program, write_file


def test_pieces():
    """9 pieces were sold"""
    expect_output(run_program(), "9 pieces")


def test_more():
    """Another day is counted, too"""
    write_file("orders.csv", "count,item,price\n10,Roll,0.55\n12,Rye,4.20\n")
    expect_output(run_program(), "22 pieces")


def test_none():
    """A day without an order has 0 pieces"""
    write_file("orders.csv", "count,item,price\n")
    expect_output(run_program(), "0 pieces")
