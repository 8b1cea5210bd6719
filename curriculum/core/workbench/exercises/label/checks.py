# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_lines, run_program


def test_label():
    """The label for tomato sauce"""
    expect_lines(run_program(), ["============", "Tomato sauce", "============"])


def test_other_text():
    """The lines are as long as the text, whatever it is"""
    expect_lines(run_program(change={"text": "Pesto"}), ["=====", "Pesto", "====="])
