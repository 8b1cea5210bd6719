# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_output, run_program


def test_third():
    """The third answer is a reading"""
    expect_output(run_program(), "18.5 degrees after 3 attempts")


def test_second():
    """It asks no further once it has a reading"""
    run = run_program(change={"answers": [None, -2.5, 19.0, None]})
    expect_output(run, "-2.5 degrees after 2 attempts")


def test_zero():
    """0.0 degrees are a reading as well"""
    run = run_program(change={"answers": [None, 0.0, 19.0]})
    expect_output(run, "0.0 degrees after 2 attempts")


def test_given_up():
    """Without a reading, it gives up at the limit"""
    run = run_program(change={"answers": [None, None, None, 20.0]})
    expect_output(run, "Given up after 3 attempts")


def test_other_limit():
    """The limit can be another one"""
    run = run_program(change={"answers": [None, None, None, None, 7.5], "limit": 5})
    expect_output(run, "7.5 degrees after 5 attempts")
    run = run_program(change={"answers": [None, None, 7.5], "limit": 2})
    expect_output(run, "Given up after 2 attempts")
