# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_line, expect_lines, run_program, write_file


def test_items():
    """Each item stands there with its sum"""
    run = run_program()
    expect_line(run, 1, "Bread, sliced: 7.60")
    expect_line(run, 3, "Roll: 3.30")


def test_day():
    """The last line is the sum of the day"""
    expect_lines(run_program(), ["Bread, sliced: 7.60", "Rye: 4.20", "Roll: 3.30", "Day: 15.10"])


def test_another_day():
    """Another day gets its own sums"""
    write_file("orders.csv", 'count,item,price\n10,"Cake, small",2\n1,Tea,1.5\n')
    expect_lines(run_program(), ["Cake, small: 20.00", "Tea: 1.50", "Day: 21.50"])
