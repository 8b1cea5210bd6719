# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import demand, expect_lines, expect_value, run_program


def test_today():
    """Each of the three items has its sign"""
    expect_lines(run_program(), ["rye bread 4.20", "baguette sold out", "bun 0.90"])


def test_other_shelf():
    """Another shelf gets its own signs, in its order"""
    run = run_program(change={"shelf": [("scone", 2.0, 0), ("pie", 12.5, 1)]})
    expect_value(run.value("signs"), ["scone sold out", "pie 12.50"])


def test_comprehension():
    """A list comprehension makes the signs"""
    demand("comprehension")
