# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import count, expect_output, fail, run_program


def test_same():
    """What it prints is the same"""
    expect_output(run_program(), "board: 1219.2 x 203.2 mm, around it 2844.8 mm")
    run = run_program(change={"length": "10", "width": "2.5"})
    expect_output(run, "board: 254.0 x 63.5 mm, around it 635.0 mm")


def test_named():
    """25.4 stands there once, under a name"""
    if count(25.4) != 1:
        fail("25.4 should be written once, and have a name.", expected="once", actual=f"{count(25.4)} times")


def test_once():
    """Each length is converted once"""
    if count("float()") > 2:
        fail("Each of the two texts needs to be converted only once.", expected="2", actual=str(count("float()")))
