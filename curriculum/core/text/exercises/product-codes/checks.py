# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_output, run_program


def test_bike():
    """The bike's code is told in words"""
    expect_output(run_program(), "Bike, made in 07/2026")


def test_long():
    """Sorts of any length are read"""
    expect_output(run_program(change={"code": "HANDLEBAR-2025-12"}), "Handlebar, made in 12/2025")
    expect_output(run_program(change={"code": "NUT-1999-01"}), "Nut, made in 01/1999")
