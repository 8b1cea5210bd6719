# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_output, run_program


def test_bottle():
    """The price of a bottle is shown"""
    expect_output(run_program(), "0.75 EUR a bottle")


def test_other_crate():
    """Other crates are divided, too"""
    expect_output(run_program(change={"crate": "10", "bottles": "20"}), "0.50 EUR a bottle")
    expect_output(run_program(change={"crate": "14.4", "bottles": "6"}), "2.40 EUR a bottle")
