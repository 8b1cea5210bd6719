# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import ban, demand, expect_lines, run_program


def test_same_output():
    """The cards are what they were before"""
    expect_lines(run_program(), ["Ada Byron | Ben Okri | Cleo Day"])


def test_other_replies():
    """Other replies give other cards"""
    run = run_program(change={"replies": [" dora ", "EMIL  STOLZ"]})
    expect_lines(run, ["Dora | Emil  Stolz"])


def test_one_line():
    """A list comprehension takes the place of loop and append"""
    demand("comprehension")
    ban("append()", "There is still an append. What it appends goes to the left of the for, inside the brackets.")
    ban("for loop", "The loop is still there. Its head moves into the brackets, behind what goes into the list.")
