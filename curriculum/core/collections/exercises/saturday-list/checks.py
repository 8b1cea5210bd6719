# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_lines, run_program


def test_week():
    """The cargo bike is shown on Saturdays only"""
    expect_lines(run_program(), ["Week: ['race', 'city']", "Saturday: ['race', 'city', 'cargo']"])


def test_other_week():
    """Another week has other bikes"""
    run = run_program(change={"week": ["tandem"]})
    expect_lines(run, ["Week: ['tandem']", "Saturday: ['tandem', 'cargo']"])
