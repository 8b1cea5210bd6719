# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import load_function


def test_presents():
    """Each basket is a list with the presents"""
    make_baskets = load_function("make_baskets")
    assert make_baskets(["Ada", "Ben"], ["bell", "lamp"]) == {"Ada": ["bell", "lamp"], "Ben": ["bell", "lamp"]}
    assert make_baskets([], ["bell"]) == {}


def test_own():
    """What is put into one basket is in no other"""
    program = load_function("make_baskets")
    baskets = program(["Ada", "Ben", "Cleo"], ["bell"])
    same = baskets["Ada"] is baskets["Ben"] or baskets["Ben"] is baskets["Cleo"]
    assert not same, "Two customers share one basket: it is one list with several names."
