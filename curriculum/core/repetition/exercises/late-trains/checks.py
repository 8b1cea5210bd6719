# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_lines, run_program


def test_morning():
    """The trains of this morning"""
    expect_lines(run_program(), ["late: 2", "cancelled: 1", "longest: 31 min"])


def test_punctual():
    """A morning without late trains"""
    run = run_program(change={"delays": [0, 3, 5, 0]})
    expect_lines(run, ["late: 0", "cancelled: 0", "longest: 0 min"])


def test_growing():
    """The longest delay may be the last one"""
    run = run_program(change={"delays": [None, 6, 7, None, 40]})
    expect_lines(run, ["late: 3", "cancelled: 2", "longest: 40 min"])
