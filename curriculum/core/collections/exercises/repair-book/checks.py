# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import load_function


def test_busiest():
    """The part and its count come back"""
    busiest = load_function("busiest")
    assert busiest(["tube", "chain", "tube", "bell"]) == ("tube", 2)
    assert busiest(["bell"]) == ("bell", 1)


def test_later():
    """It may come late in the list"""
    assert load_function("busiest")(["bell", "tube", "chain", "chain", "chain"]) == ("chain", 3)


def test_equals():
    """Of several, the first in the list counts"""
    assert load_function("busiest")(["lamp", "tube", "tube", "lamp"]) == ("lamp", 2)
