# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_lines, run_program


def test_morning():
    """The departures of the morning"""
    expect_lines(run_program(), ["6:10", "6:35", "7:00", "7:25"])


def test_not_after_last():
    """No bus leaves after the last minute"""
    run = run_program(change={"first": 600, "last": 650, "step": 20})
    expect_lines(run, ["10:00", "10:20", "10:40"])


def test_two_digits():
    """The minutes always have two digits"""
    run = run_program(change={"first": 725, "last": 848, "step": 60})
    expect_lines(run, ["12:05", "13:05", "14:05"])


def test_one():
    """If the first is the last one as well, it still leaves"""
    expect_lines(run_program(change={"first": 480, "last": 480, "step": 15}), ["8:00"])
