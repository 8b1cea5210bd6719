# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import load_function, write_file


def test_inside():
    """Within its hours the shop is open"""
    is_open = load_function("is_open")
    assert is_open("mon", "12:00") is True
    assert is_open("mon", "09:00") is True
    assert is_open("wed", "08:59") is False


def test_closing():
    """At closing time it is closed"""
    is_open = load_function("is_open")
    assert is_open("wed", "13:00") is False
    assert is_open("sat", "13:59") is True


def test_day_off():
    """On a day off it is closed"""
    assert load_function("is_open")("sun", "12:00") is False


def test_other_shop():
    """Another shop has hours of its own"""
    write_file("shop.json", '{"name": "Night shop", "hours": {"sun": ["20:00", "23:30"]}}')
    is_open = load_function("is_open")
    assert is_open("sun", "23:00") is True
    assert is_open("mon", "12:00") is False
