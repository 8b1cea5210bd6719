# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import load_function


def test_members():
    """In Ireland, members pay nothing"""
    is_free = load_function("is_free")
    assert is_free("IE", True, 10.0), "A member in Ireland pays nothing, however small the order is."


def test_large_orders():
    """In Ireland, orders of 50 EUR and more are free"""
    is_free = load_function("is_free")
    assert is_free("IE", False, 50.0), "An order of 50 EUR within Ireland is free for everybody."
    assert not is_free("IE", False, 49.9), "An order of 49.90 EUR of somebody who is no member is not free."


def test_abroad():
    """Abroad, everybody pays"""
    is_free = load_function("is_free")
    assert not is_free("DE", False, 60.0), "An order from abroad is never free, and this one for 60 EUR was."
    assert not is_free("FR", True, 10.0), "An order from abroad is never free, not for members either."


def test_price():
    """delivery() gives the price that follows"""
    delivery = load_function("delivery")
    assert delivery("IE", True, 10.0) == 0.0
    assert delivery("DE", True, 80.0) == 4.9
