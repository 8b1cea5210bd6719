# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_value, load_function


def test_week():
    """A week from a Wednesday is a Wednesday, also over the end of a month"""
    expect_value(load_function("due")("2026-02-25", 7), "2026-03-04")


def test_sunday():
    """What would be due on a Sunday is due on Monday"""
    due = load_function("due")
    expect_value(due("2026-02-25", 4), "2026-03-02")
    expect_value(due("2026-03-01", 7), "2026-03-09")


def test_leap():
    """February has 29 days in a leap year"""
    due = load_function("due")
    expect_value(due("2028-02-28", 1), "2028-02-29")
    expect_value(due("2026-12-31", 1), "2027-01-01")
