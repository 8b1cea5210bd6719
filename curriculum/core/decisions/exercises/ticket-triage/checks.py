# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_output, run_program


def test_now():
    """A shop that is down in daytime: now"""
    expect_output(run_program(), "#512: now")


def test_night():
    """A shop that is down at night: today"""
    expect_output(run_program(change={"hour": 23}), "#512: today")
    expect_output(run_program(change={"hour": 20}), "#512: today")
    expect_output(run_program(change={"hour": 7}), "#512: today")


def test_old():
    """A ticket that waited for more than 3 days: today"""
    expect_output(run_program(change={"down": False, "waiting_days": 4}), "#512: today")


def test_week():
    """All others: this week"""
    expect_output(run_program(change={"down": False}), "#512: this week")
    expect_output(run_program(change={"down": False, "waiting_days": 3, "hour": 22}), "#512: this week")


def test_other_number():
    """The number of the ticket is its own"""
    expect_output(run_program(change={"number": 77, "hour": 8}), "#77: now")
