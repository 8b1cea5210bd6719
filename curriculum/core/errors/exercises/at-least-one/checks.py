# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import fail, load_function, raises


def test_first_days():
    """One to three days cost 2 euros"""
    fee = load_function("fee")
    assert fee(1) == 2
    assert fee(3) == 2


def test_further_days():
    """Each further day costs 50 cents"""
    fee = load_function("fee")
    assert fee(5) == 3
    assert fee(14) == 7.5


def test_refuses():
    """0, 15 and less than none are refused"""
    fee = load_function("fee")
    for days in [0, 15, -2]:
        with raises(ValueError):
            fee(days)


def test_message():
    """The message names the number"""
    fee = load_function("fee")
    try:
        fee(31)
    except ValueError as error:
        if "31" not in str(error):
            fail("Whoever reads the message wants to know which number came.", expected="31 in it", actual=str(error))
    else:
        fail("31 days were taken.")
