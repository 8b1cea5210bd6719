# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import ban, demand, expect_output, needs, run_program


def test_sunday():
    """On Sundays it prints the same as before"""
    expect_output(run_program(), "sun: 9-14")


def test_saturday():
    """On Saturdays as well"""
    expect_output(run_program(change={"day": "sat"}), "sat: 9-14")


def test_monday_friday():
    """On Mondays and Fridays as well"""
    expect_output(run_program(change={"day": "mon"}), "mon: closed")
    expect_output(run_program(change={"day": "fri"}), "fri: 8-20")


def test_others():
    """And on all other days"""
    expect_output(run_program(change={"day": "tue"}), "tue: 8-18")
    expect_output(run_program(change={"day": "thu"}), "thu: 8-18")


@needs(test_sunday)
def test_match():
    """A match chooses, and no if"""
    demand("match")
    ban("if", "There is still an if. Every question of the chain can become a case.")
