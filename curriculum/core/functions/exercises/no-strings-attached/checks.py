# SPDX-License-Identifier: GPL-3.0-or-later
import ast

from skillet_check import expect_lines, fail, load_function, program_tree, run_program


def test_same_output():
    """The table is what it was"""
    expect_lines(run_program(), ["{'Reds': 4, 'Blues': 1}"])


def test_returns():
    """The points of the match are in the table that comes back"""
    enter = load_function("enter")
    assert enter({}, "A", "B", 0, 3) == {"A": 0, "B": 3}
    assert enter({"A": 7, "C": 2}, "C", "A", 1, 1) == {"A": 8, "C": 3}
    assert enter({"A": 7}, "B", "A", 5, 4) == {"A": 7, "B": 3}


def test_leaves_alone():
    """The table that was handed over is left as it was"""
    before = {"A": 7, "C": 2}
    load_function("enter")(before, "C", "A", 2, 1)
    assert before == {"A": 7, "C": 2}, "The table that was handed over has been changed. Work on a copy of it."


def test_no_global():
    """No global is left"""
    if any(isinstance(node, ast.Global) for node in ast.walk(program_tree())):
        fail("There is still a global. What it needs comes in as a parameter, what it made goes out by return.")
