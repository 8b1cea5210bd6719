# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import load_function


ROOMS = [
    {"name": "A", "seats": 3, "screen": False},
    {"name": "B", "seats": 5, "screen": True},
    {"name": "C", "seats": 4, "screen": False},
    {"name": "D", "seats": 9, "screen": True},
    {"name": "E", "seats": 9, "screen": False},
]


def test_seats():
    """Rooms with seats enough come back, at most three"""
    free_rooms = load_function("free_rooms")
    assert free_rooms(ROOMS, 4) == ["B", "C", "D"]
    assert free_rooms(ROOMS, 9) == ["D", "E"]
    assert free_rooms(ROOMS, 40) == []


def test_screen():
    """With screen=True, only rooms with a screen do"""
    free_rooms = load_function("free_rooms")
    assert free_rooms(ROOMS, 1, screen=True) == ["B", "D"]
    assert free_rooms(ROOMS, 1, screen=False) == ["A", "B", "C"]


def test_limit():
    """limit says how many names at most"""
    free_rooms = load_function("free_rooms")
    assert free_rooms(ROOMS, 1, limit=1) == ["A"]
    assert free_rooms(ROOMS, 1, limit=10) == ["A", "B", "C", "D", "E"]
    assert free_rooms(ROOMS, 5, screen=True, limit=1) == ["B"]


def test_in_order():
    """Without keywords, the arguments go to people, screen and limit in that order"""
    assert load_function("free_rooms")(ROOMS, 2, True, 1) == ["B"]
