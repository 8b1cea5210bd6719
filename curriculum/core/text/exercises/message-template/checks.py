# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import ban, demand, expect_output, run_program


def test_message():
    """The message is the same"""
    expect_output(run_program(), "Dear Ada, your tandem is ready. It costs 48.50 EUR.")
    run = run_program(change={"name": " BEN", "bike": "race bike", "cents": 12000})
    expect_output(run, "Dear Ben, your race bike is ready. It costs 120.00 EUR.")


def test_five_cents():
    """Five cents are .05 (the old program had that wrong)"""
    expect_output(run_program(change={"cents": 705}), "Dear Ada, your tandem is ready. It costs 7.05 EUR.")


def test_one_string():
    """One f-string, and no plus sign"""
    demand("f-string")
    ban("+")
