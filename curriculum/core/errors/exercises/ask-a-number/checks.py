# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_output, run_program


def test_dialogue():
    """It asks until a number of at least one is typed"""
    run = run_program(stdin="x\n0\n4\n")
    expect_output(run, "How many? A number, please.\nHow many? At least one.\nHow many? 4\n")
