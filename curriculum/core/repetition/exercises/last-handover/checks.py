# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_lines, expect_output, run_program


def test_night():
    """Four nurses, three handovers"""
    expect_lines(run_program(), ["Ada -> Ben", "Ben -> Cleo", "Cleo -> Dan"])


def test_two():
    """Two nurses, one handover"""
    expect_lines(run_program(change={"nurses": ["Eve", "Finn"]}), ["Eve -> Finn"])


def test_one():
    """One nurse alone, no handover"""
    expect_output(run_program(change={"nurses": ["Eve"]}), "")


def test_nobody():
    """Nobody there, no handover"""
    expect_output(run_program(change={"nurses": []}), "")
