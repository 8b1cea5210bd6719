# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_output, run_program


def test_three():
    """The three parcels of today"""
    expect_output(run_program(), "Loaded: 50.5 kg")


def test_other_load():
    """Another load has another weight"""
    expect_output(run_program(change={"weights": [300, 250, 90, 4]}), "Loaded: 644 kg")


def test_empty():
    """An empty van carries 0 kg"""
    expect_output(run_program(change={"weights": []}), "Loaded: 0 kg")
