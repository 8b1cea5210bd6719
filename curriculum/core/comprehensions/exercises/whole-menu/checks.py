# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import demand, expect_lines, expect_value, run_program


def test_menu():
    """The three dishes are shown in one flat list"""
    expect_lines(run_program(), ["4.50 miso (soups)", "5.20 tomato (soups)", "3.80 plum (cakes)"])


def test_flat():
    """lines holds texts, not lists"""
    expect_value(run_program().value("lines"), ["4.50 miso (soups)", "5.20 tomato (soups)", "3.80 plum (cakes)"])


def test_other_menu():
    """Another menu gives another list"""
    menu = [{"name": "teas", "dishes": [("green", 2.0), ("black", 1.9), ("mint", 2.25)]}]
    run = run_program(change={"menu": menu})
    expect_value(run.value("lines"), ["2.00 green (teas)", "1.90 black (teas)", "2.25 mint (teas)"])


def test_comprehension():
    """A comprehension makes the list"""
    demand("comprehension")
