# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import load_function

CUSTOMERS = [
    {"name": "Ada", "orders": [{"part": "tube", "count": 2}, {"part": "bell", "count": 1}]},
    {"name": "Ben", "orders": []},
    {"name": "Cleo", "orders": [{"part": "tube", "count": 1}, {"part": "tube", "count": 4}]},
]


def test_buyers():
    """Those who ordered the part are found"""
    buyers = load_function("buyers")
    assert buyers(CUSTOMERS, "bell") == {"Ada": 1}


def test_together():
    """Several orders of one customer are added up"""
    assert load_function("buyers")(CUSTOMERS, "tube") == {"Ada": 2, "Cleo": 5}


def test_nobody():
    """A part that nobody ordered has no buyers"""
    buyers = load_function("buyers")
    assert buyers(CUSTOMERS, "lamp") == {}
    assert buyers([], "tube") == {}
