# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import demand, expect_output, needs, run_program


def test_close():
    """Closing with open orders is refused"""
    expect_output(run_program(), "3 orders are open.")
    expect_output(run_program(change={"orders": 12}), "12 orders are open.")


def test_closed():
    """Without orders, the shop is closed"""
    expect_output(run_program(change={"orders": 0}), "The shop is closed.")


def test_open():
    """Both words open it"""
    expect_output(run_program(change={"command": "open"}), "The shop is open.")
    expect_output(run_program(change={"command": "start"}), "The shop is open.")


def test_unknown():
    """Other words are not understood"""
    expect_output(run_program(change={"command": "dance"}), "Unknown command.")
    expect_output(run_program(change={"command": ""}), "Unknown command.")


def test_spelling():
    """Spaces and capitals do not matter"""
    expect_output(run_program(change={"command": " OPEN "}), "The shop is open.")


@needs(test_close)
def test_match():
    """It is a match that chooses"""
    demand("match")
