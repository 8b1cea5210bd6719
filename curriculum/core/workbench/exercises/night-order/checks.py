# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_lines, fail, run_program


def test_left():
    """The program tells how much flour is left"""
    expect_lines(run_program(), ["flour: 15 kg left"])


def test_form_as_it_is():
    """ordered is still the text that the form delivers"""
    ordered = run_program().value("ordered")
    if ordered != "25":
        fail('Line 3 should stay ordered = "25": the form always delivers text.', expected="'25'", actual=repr(ordered))


def test_next_night():
    """The next order is worked out too"""
    expect_lines(run_program(change={"in_stock": 30, "ordered": "12"}), ["flour: 18 kg left"])
