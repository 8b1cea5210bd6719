# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_lines, run_program


def test_everybody():
    """All five guests are on the list"""
    expect_lines(
        run_program(),
        ["5 guests", "Ada: table 1", "Ben: table 2", "Cleo: table 1", "Dora: table 2", "Emil: table 2"],
    )


def test_other_plan():
    """Another plan gives another list"""
    run = run_program(change={"plan": [(7, "Zoe"), (7, "Yan")]})
    expect_lines(run, ["2 guests", "Zoe: table 7", "Yan: table 7"])
