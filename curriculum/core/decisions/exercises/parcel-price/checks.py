# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_output, run_program


def test_small():
    """300 grams: the small price"""
    expect_output(run_program(), "0.3 kg: 2.90 EUR")


def test_middle():
    """1200 grams: the middle price"""
    expect_output(run_program(change={"grams": 1200}), "1.2 kg: 4.80 EUR")


def test_heavy():
    """2400 grams: the price for heavy ones"""
    expect_output(run_program(change={"grams": 2400}), "2.4 kg: 9.50 EUR")


def test_limits():
    """On the limit, the cheaper price still holds"""
    expect_output(run_program(change={"grams": 500}), "0.5 kg: 2.90 EUR")
    expect_output(run_program(change={"grams": 2000}), "2.0 kg: 4.80 EUR")
