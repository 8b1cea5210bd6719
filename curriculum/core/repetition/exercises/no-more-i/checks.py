# SPDX-License-Identifier: GPL-3.0-or-later
import ast

from skillet_check import ban, demand, expect_lines, fail, needs, program_tree, run_program


def test_same():
    """It prints the same as before"""
    expect_lines(run_program(), ["1: LIGHTS", "2: OVEN", "3: DELIVERIES"])


def test_other_list():
    """For another checklist as well"""
    expect_lines(run_program(change={"items": ["till", "bins"]}), ["1: TILL", "2: BINS"])


@needs(test_same)
def test_enumerate():
    """enumerate counts and hands out the values"""
    demand("enumerate()")
    ban("range()", "enumerate counts by itself: range is not needed any more.")
    ban("len()", "enumerate stops at the end by itself: the length is not needed any more.")
    for loop in ast.walk(program_tree()):
        if isinstance(loop, ast.For) and any(isinstance(node, ast.Subscript) for node in ast.walk(loop)):
            fail("There are still square brackets in the loop. enumerate hands you the value itself.")
