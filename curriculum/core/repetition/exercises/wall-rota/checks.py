# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_lines, run_program


def test_names():
    """Each day stands with its number and its cook"""
    run = run_program(change={"days": ["Sat", "Sun"], "cooks": ["Ben", "Eve"]})
    expect_lines(run, ["1. Sat: Ben", "2. Sun: Eve"])


def test_week():
    """A day without a cook is still on the rota"""
    expect_lines(run_program(), ["1. Mon: Ada", "2. Tue: to be found", "3. Wed: Cleo"])


def test_other_week():
    """Another week, another rota"""
    run = run_program(change={"days": ["Thu", "Fri", "Sat", "Sun"], "cooks": ["", "Dan", "Dan", ""]})
    expect_lines(run, ["1. Thu: to be found", "2. Fri: Dan", "3. Sat: Dan", "4. Sun: to be found"])
