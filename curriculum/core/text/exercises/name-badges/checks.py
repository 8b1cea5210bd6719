# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_lines, run_program


def test_ada():
    """Ada's badge is right"""
    expect_lines(run_program(), ["A.L.", "ADA LOVELACE"])


def test_typed_small():
    """Names typed in small letters become a badge as well"""
    expect_lines(run_program(change={"typed": "grace hopper"}), ["G.H.", "GRACE HOPPER"])


def test_blanks():
    """Blanks between the names are one on the badge"""
    expect_lines(run_program(change={"typed": " zoë   quinn"}), ["Z.Q.", "ZOË QUINN"])
