# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import demand, expect_line, expect_value, run_program


def test_monday():
    """The new list holds the new prices"""
    expect_value(run_program().value("monday"), {"espresso": 2.52, "toast": 5.78})


def test_sunday():
    """The old list is what it was"""
    expect_value(run_program().value("prices"), {"espresso": 2.4, "sample": 0, "toast": 5.5})


def test_other_list():
    """Another price list is raised in the same way"""
    run = run_program(change={"prices": {"water": 0, "lasagne": 12.0, "salad": 8.8}})
    expect_value(run.value("monday"), {"lasagne": 12.6, "salad": 9.24})
    expect_line(run, 1, "Until Sunday: {'water': 0, 'lasagne': 12.0, 'salad': 8.8}")
    expect_line(run, 2, "From Monday: {'lasagne': 12.6, 'salad': 9.24}")


def test_comprehension():
    """A dict comprehension makes the new list"""
    demand("comprehension")
