# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import load_function


DAY = [
    {"title": "lunch", "hour": 12, "minutes": 45},
    {"title": "zoo", "hour": 8, "minutes": 300},
    {"title": "mail", "hour": 8, "minutes": 10},
    {"title": "alarm", "hour": 20, "minutes": 5},
]


def test_next():
    """The first one at that hour or later is named"""
    next_title = load_function("next_title")
    assert next_title(DAY, 9) == "lunch"
    assert next_title(DAY, 13) == "alarm"


def test_now():
    """One that begins right now is still ahead"""
    assert load_function("next_title")(DAY, 12) == "lunch"


def test_same_hour():
    """Of two at the same hour, the shorter one is named"""
    assert load_function("next_title")(DAY, 0) == "mail"


def test_nothing():
    """With nothing left, the answer is None"""
    next_title = load_function("next_title")
    assert next_title(DAY, 21) is None
    assert next_title([], 8) is None
