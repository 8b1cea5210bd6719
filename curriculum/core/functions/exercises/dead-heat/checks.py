# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import load_function


def test_digits():
    """Times with one, two and three digits before the point come in order"""
    podium = load_function("podium")
    assert podium(["A 100.0", "B 9.9", "C 20.5", "D 10.0"]) == ["B", "D", "C"]


def test_dead_heat():
    """Equal times go by name"""
    podium = load_function("podium")
    assert podium(["Z 12.0", "M 12.0", "B 12.0", "A 13.0"]) == ["B", "M", "Z"]


def test_equal_in_value():
    """9.5 and 9.50 are the same time"""
    assert load_function("podium")(["B 9.5", "A 9.50"]) == ["A", "B"]


def test_short():
    """With two runners, two names come back"""
    assert load_function("podium")(["B 31.5", "A 40.0"]) == ["B", "A"]
