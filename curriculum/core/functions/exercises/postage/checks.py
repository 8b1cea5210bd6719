# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import load_function


def test_light():
    """Up to 500 grams it costs 2.00"""
    postage = load_function("postage")
    assert postage(20, False) == 2.0
    assert postage(500, False) == 2.0


def test_middle():
    """Up to 2000 grams it costs 3.50"""
    postage = load_function("postage")
    assert postage(501, False) == 3.5
    assert postage(2000, False) == 3.5


def test_heavy():
    """Above 2000 grams it costs 6.00"""
    assert load_function("postage")(2001, False) == 6.0


def test_express():
    """Express adds 3.00 to each of them"""
    postage = load_function("postage")
    assert postage(100, True) == 5.0
    assert postage(1500, True) == 6.5
    assert postage(9000, True) == 9.0


def test_returns_only():
    """The function prints nothing"""
    postage = load_function("postage")
    postage(700, True)
    assert postage.printed == "", "The function prints. Hand the price back with return; the last line prints it."
