# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_output, run_program


def test_sheet():
    """The sum stands there as hours and minutes"""
    expect_output(run_program(), "4:05 hours")


def test_other():
    """Other tasks take other times"""
    expect_output(run_program(change={"sawing": "10", "gluing": "20", "paint": "29"}), "0:59 hours")
    expect_output(run_program(change={"sawing": "60", "gluing": "60", "paint": "0"}), "2:00 hours")
