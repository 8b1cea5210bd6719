# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_value, expect_within, load_function


def test_bill():
    """The bill is the same as before"""
    bill = load_function("bill")
    expect_value(bill([("tube", 6.5), ("bell", 11.0)], ["bell", "tube", "bell"]), 28.5)
    expect_value(bill([], []), 0.0)


def test_rules():
    """The later price counts, and an unknown part costs 0"""
    bill = load_function("bill")
    expect_value(bill([("tube", 6.9), ("bell", 11.0), ("tube", 7.5)], ["tube", "lamp"]), 7.5)


def test_fast():
    """A long list is looked up, not walked through"""
    prices = [(f"part {number}", 1.0) for number in range(100000)]
    parts = [f"part {number}" for number in range(0, 100000, 10)]
    expect_value(expect_within(1, load_function("bill"), prices, parts), 10000.0)
