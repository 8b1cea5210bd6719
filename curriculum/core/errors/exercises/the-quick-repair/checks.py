# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import load_function, raises


def test_shares():
    """Each guest pays the same"""
    share = load_function("share")
    assert share(40, 2) == 20
    assert share(0, 4) == 0


def test_no_guests():
    """A table without guests is an error that says so"""
    with raises(ValueError):
        load_function("share")(40, 0)


def test_fewer():
    """Fewer than none is no better"""
    with raises(ValueError):
        load_function("share")(40, -1)
