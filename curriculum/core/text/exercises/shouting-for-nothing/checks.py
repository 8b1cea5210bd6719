# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_output, run_program


def test_alarm():
    """The alarm is in capitals, without blanks around it"""
    expect_output(run_program(), "ALARM: ROOM 3 IS WARM")


def test_other():
    """So is another one"""
    expect_output(run_program(change={"message": "door open  "}), "ALARM: DOOR OPEN")
