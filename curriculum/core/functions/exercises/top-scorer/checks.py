# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_lines, load_function, run_program


def test_two_months():
    """Both months name their top scorer"""
    expect_lines(run_program(), ["May: Cleo", "June: Ada"])


def test_months_apart():
    """A month with few goals is not disturbed by one with many"""
    top_scorer = load_function("top_scorer")
    assert top_scorer({"Zoe": 40, "Yan": 12}) == "Zoe"
    assert top_scorer({"Ada": 0, "Ben": 0}) == "Ada"
    assert top_scorer({"Yan": 1, "Zoe": 3}) == "Zoe"


def test_no_goals():
    """A month without players has no top scorer"""
    assert load_function("top_scorer")({}) is None
