# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_output, run_program


def test_zero():
    """0.0 degrees are too cold"""
    expect_output(run_program(), "Too cold: 0.0 degrees")


def test_broken():
    """None is a broken sensor"""
    expect_output(run_program(change={"degrees": None}), "Look at the sensor.")


def test_others():
    """Other readings are judged as before"""
    expect_output(run_program(change={"degrees": -4.5}), "Too cold: -4.5 degrees")
    expect_output(run_program(change={"degrees": 9.0}), "Too warm: 9.0 degrees")
    expect_output(run_program(change={"degrees": 5.5}), "Fine: 5.5 degrees")
