# SPDX-License-Identifier: GPL-3.0-or-later
import ast

from skillet_check import fail, load_function, program_tree


def the_function():
    load_function("file_name")
    for node in ast.walk(program_tree()):
        if isinstance(node, ast.FunctionDef) and node.name == "file_name":
            return node


def test_words():
    """Words are in small letters, with one hyphen between"""
    file_name = load_function("file_name")
    assert file_name("Bread & Salt: a tale") == "bread-salt-a-tale"
    assert file_name("Café 24/7") == "café-24-7"
    assert file_name("one -- two") == "one-two"


def test_ends():
    """No hyphen stands at the ends"""
    file_name = load_function("file_name")
    assert file_name("  ...Why?  ") == "why"
    assert file_name("?!") == ""


def test_longest():
    """The name is cut at longest, and ends without a hyphen then too"""
    file_name = load_function("file_name")
    assert file_name("Bread & Salt", longest=8) == "bread-sa"
    assert file_name("Bread & Salt", 6) == "bread"
    assert file_name("a" * 50) == "a" * 40


def test_hints():
    """Both parameters and the result have a type hint"""
    function = the_function()
    for parameter in function.args.posonlyargs + function.args.args + function.args.kwonlyargs:
        if parameter.annotation is None:
            fail(f"The parameter {parameter.arg} has no type hint yet: a colon, and what it is meant to be.")
    if function.returns is None:
        fail("The result has no type hint yet: an arrow behind the parentheses, -> and the type.")


def test_docstring():
    """A docstring says what it returns"""
    text = ast.get_docstring(the_function()) or ""
    if len(text.split()) < 4:
        fail("The function needs a docstring of at least one sentence, as the first thing in its body.")
