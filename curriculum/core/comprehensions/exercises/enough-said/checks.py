# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import ban, demand, expect_lines, run_program


def test_same_output():
    """The alarm rings as it did before"""
    expect_lines(run_program(), ["Alarm: True"])


def test_other_readings():
    """Other readings and limits are judged in the same way"""
    expect_lines(run_program(change={"limit": 7.5}), ["Alarm: False"])
    expect_lines(run_program(change={"readings": [0.0, -1.0], "limit": -0.5}), ["Alarm: True"])


def test_no_reading():
    """Without a reading there is no alarm"""
    expect_lines(run_program(change={"readings": []}), ["Alarm: False"])


def test_any():
    """any asks the question, and the loop is gone"""
    demand("any()")
    ban("for loop", "The loop is still there. any goes through values by itself: the for goes between its parentheses.")
