# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import load_function


def test_free():
    """The first three days are free"""
    fee = load_function("fee")
    assert fee(0, 30.0) == 0.0
    assert fee(3, 30.0) == 0.0
    assert fee(-2, 30.0) == 0.0


def test_tenth():
    """Each further day costs a tenth of the price"""
    fee = load_function("fee")
    assert fee(4, 30.0) == 3.0
    assert fee(7, 30.0) == 12.0
    assert fee(4, 9.99) == 1.0


def test_most():
    """Nobody pays more than the price"""
    fee = load_function("fee")
    assert fee(13, 30.0) == 30.0
    assert fee(14, 30.0) == 30.0
    assert fee(400, 12.5) == 12.5
