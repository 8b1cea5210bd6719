# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import load_function


def test_number():
    """The number of the first free seat comes back"""
    seat = load_function("seat")
    assert seat(["Ada", "-", "-"], "Ben") == 2
    assert seat(["-"], "Ben") == 1


def test_row():
    """The name stands in the row that was handed over"""
    seat = load_function("seat")
    row = ["Ada", "-", "-"]
    seat(row, "Ben")
    assert row == ["Ada", "Ben", "-"]


def test_full():
    """In a full row nothing changes"""
    seat = load_function("seat")
    row = ["Ada", "Ben"]
    assert seat(row, "Cleo") is None
    assert row == ["Ada", "Ben"]
