# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import ban, expect_value, load_function, raises


def test_cost():
    """A dish on the menu costs its price times the count"""
    expect_value(load_function("cost")({"soup": 4.5}, "soup", 2), 9.0)


def test_free():
    """Tap water is on the menu, and costs nothing"""
    expect_value(load_function("cost")({"water": 0}, "water", 3), 0.0)


def test_unknown():
    """A dish that is not on the menu gives None"""
    assert load_function("cost")({"soup": 4.5}, "tea", 2) is None


def test_no_net():
    """Nothing is caught any more"""
    ban("try")
    with raises(ValueError):
        load_function("cost")({"soup": 4.5}, "soup", "two")
