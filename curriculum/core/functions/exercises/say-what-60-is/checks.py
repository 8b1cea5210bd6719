# SPDX-License-Identifier: GPL-3.0-or-later
import ast

from skillet_check import expect_lines, fail, load_function, program_tree, run_program


DEFAULTS = {"minutes": 30, "room": "online", "private": False}


def calls():
    tree = program_tree()
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "book"
    ]


def test_same_output():
    """The three lines are what they were"""
    expect_lines(
        run_program(),
        ["9:00 stand-up (30 min, online)", "14:00 review (60 min, B2)", "16:00 busy (30 min, online)"],
    )


def test_function():
    """The function is the one it was"""
    book = load_function("book")
    assert book("x", "8:00") == "8:00 x (30 min, online)"
    assert book("x", "8:00", 45, "A1", True) == "8:00 busy (45 min, A1)"


def test_keywords():
    """Only title and start are handed over without a name"""
    for call in calls():
        if len(call.args) > 2:
            fail(
                f"The call in line {call.lineno} hands over more than two values without saying what they are.",
                expected="title and start without a name",
                actual=f"{len(call.args)} values without a name",
            )


def test_no_defaults():
    """What equals its default is left out"""
    for call in calls():
        for keyword in call.keywords:
            if isinstance(keyword.value, ast.Constant) and DEFAULTS.get(keyword.arg) == keyword.value.value:
                fail(f"Line {call.lineno} says {keyword.arg}={keyword.value.value!r}, and that is the default.")
