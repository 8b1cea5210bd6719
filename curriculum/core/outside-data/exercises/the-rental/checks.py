# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import ban, expect_value, load_function


def test_days():
    """Days are counted over months and years"""
    days_between = load_function("days_between")
    expect_value(days_between("2026-02-25", "2026-03-04"), 7)
    expect_value(days_between("2026-12-30", "2027-01-02"), 3)
    expect_value(days_between("2026-05-05", "2026-05-05"), 0)


def test_leap_year():
    """Leap years are right, too"""
    days_between = load_function("days_between")
    expect_value(days_between("2028-02-28", "2028-03-01"), 2)
    expect_value(days_between("2024-01-01", "2025-01-01"), 366)


def test_short():
    """No loop and no table of months is left"""
    ban("while loop", "There is still a loop that counts day by day. Two dates can be subtracted.")
    ban("for loop", "There is still a loop. Two dates can be subtracted.")
    ban("list", "There is still a list, such as the table of months. date knows the months.")
