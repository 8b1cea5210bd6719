# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_lines, expect_value, run_program


def test_week():
    """The mean of the week is that of six days"""
    expect_lines(run_program(), ["Mean of 6 days: 1.67"])


def test_other_week():
    """In a week of frost and zeros, silent days do not count"""
    run = run_program(change={"week": [0.0, None, 0.0, -3.0, None, -3.0]})
    expect_value(run.value("mean"), -1.5)
