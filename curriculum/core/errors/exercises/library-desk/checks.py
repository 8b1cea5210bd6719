# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_output, run_program

NUMBER = "Year of birth: Please type a year, such as 1987.\n"
RIGHT = "Year of birth: That year cannot be right.\n"


def test_good():
    """A good year is taken at once"""
    expect_output(run_program(stdin="1987\n"), "Year of birth: Born in 1987\n")


def test_borders():
    """1900 and 2026 can be right"""
    expect_output(run_program(stdin="1900\n"), "Year of birth: Born in 1900\n")
    expect_output(run_program(stdin="2026\n"), "Year of birth: Born in 2026\n")


def test_refuses():
    """Words and impossible years are refused, each in its own words"""
    expect_output(run_program(stdin="long ago\n1066\n1987\n"), NUMBER + RIGHT + "Year of birth: Born in 1987\n")


def test_patience():
    """It asks as often as it takes"""
    run = run_program(stdin="\n3000\nx\n2027\n1899\n 1950 \n")
    expect_output(run, NUMBER + RIGHT + NUMBER + RIGHT + RIGHT + "Year of birth: Born in 1950\n")
