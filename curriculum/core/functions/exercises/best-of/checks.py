# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import load_function


def test_worst_left_out():
    """The worst of several does not count"""
    final_score = load_function("final_score")
    assert final_score(70, 90, 80) == 85.0
    assert final_score(100, 0, 50, 60) == 70.0


def test_two_alike():
    """If the worst comes twice, one of them counts"""
    assert load_function("final_score")(40, 40, 100) == 70.0


def test_drop():
    """drop says how many are left out"""
    final_score = load_function("final_score")
    assert final_score(70, 90, 80, drop=2) == 90.0
    assert final_score(70, 90, 80, drop=0) == 80.0


def test_nothing_left():
    """With nothing left, the score is 0.0"""
    final_score = load_function("final_score")
    assert final_score(70) == 0.0
    assert final_score() == 0.0
    assert final_score(50, 60, drop=5) == 0.0
