# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_value, load_function, raises


def test_reads():
    """Points, commas and blanks are read"""
    price = load_function("price")
    expect_value(price("4.50"), 4.5)
    expect_value(price(" 4,50 "), 4.5)
    expect_value(price("12"), 12.0)


def test_cannot():
    """What cannot be read gives None"""
    price = load_function("price")
    assert price("four") is None
    assert price("") is None
    assert price("1.234,50") is None


def test_own_mistakes():
    """A call with something else than a text is still an error"""
    with raises(Exception):
        load_function("price")(4.5)
