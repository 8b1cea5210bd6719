# SPDX-License-Identifier: GPL-3.0-or-later
import ast

from skillet_check import ban, expect_lines, fail, needs, program_tree, run_program


def test_same():
    """It prints what it printed before"""
    expect_lines(run_program(), ["Ticket: 10 EUR", "Note: seat near the door", "Join us and pay less."])


def test_member():
    """For a member as well"""
    expect_lines(run_program(change={"is_member": True}), ["Ticket: 8 EUR", "Note: seat near the door"])


def test_no_note():
    """And without a note"""
    expect_lines(run_program(change={"note": ""}), ["Ticket: 10 EUR", "Join us and pay less."])


@needs(test_same)
def test_conditions():
    """No condition asks for True, for False or for a length"""
    ban("len()", "A text that is not empty counts as true: if note: is enough, without len.")
    for node in ast.walk(program_tree()):
        if isinstance(node, ast.Compare) and any(
            isinstance(side, ast.Constant) and isinstance(side.value, bool) for side in [node.left, *node.comparators]
        ):
            fail("There is still a comparison with True or False. is_member is one of the two already.")


@needs(test_same)
def test_price_in_one_line():
    """A conditional expression chooses the price"""
    nodes = list(ast.walk(program_tree()))
    if any(isinstance(node, ast.If) and node.orelse for node in nodes):
        fail("An if still has an else below it. The price can be chosen in one line: one value if ... else the other.")
    if not any(isinstance(node, ast.IfExp) for node in nodes):
        fail("Choose the price with a conditional expression: one value if ... else the other.")
