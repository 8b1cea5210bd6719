# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_lines, expect_value, run_program


def test_means():
    """Each station with a reading has its mean"""
    expect_value(run_program().value("mean"), {"pier": 13.0, "dam": 10.0})


def test_shown():
    """The stations are shown in alphabetical order"""
    expect_lines(run_program(), ["dam 10.0", "pier 13.0"])


def test_other_file():
    """Another file, with zeros and frost, gives its own means"""
    run = run_program(change={"lines": ["z,0", "b,-4.5", "z,3", "b,", "a,0.0", "c,"]})
    expect_lines(run, ["a 0.0", "b -4.5", "z 1.5"])
