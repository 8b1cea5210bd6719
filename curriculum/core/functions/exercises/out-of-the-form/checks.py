# SPDX-License-Identifier: GPL-3.0-or-later
import ast

from skillet_check import count, expect_lines, fail, load_function, program_tree, run_program


def test_same_output():
    """The quotes are what they were"""
    expect_lines(run_program(), ["3.6, 12.4, 6.4"])


def test_other_forms():
    """Other forms get their own quotes"""
    forms = [{"express": True, "weight": 1}, {"weight": 10, "country": "US"}]
    expect_lines(run_program(change={"forms": forms}), ["7.2, 32.0"])


def test_spread():
    """Each dict is handed over with two stars"""
    calls = [node for node in ast.walk(program_tree()) if isinstance(node, ast.Call)]
    if not any(keyword.arg is None for call in calls for keyword in call.keywords):
        fail("No dict is spread into a call yet. Two stars before it do that: quote(**form).")


def test_not_by_hand():
    """No key is looked up by hand any more"""
    for text in ("'weight'", "'country'", "'express'"):
        if count(text) > {"'weight'": 3, "'country'": 2, "'express'": 1}[text]:
            fail(f"The program still asks for the key {text} by hand. The two stars hand over all the keys.")


def test_function():
    """quote is the function it was"""
    quote = load_function("quote")
    assert quote(5) == 6.0
    assert quote(5, "FR", True) == 22.0
