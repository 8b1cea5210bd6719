# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import load_function


def test_one_week():
    """One week brings 1 EUR"""
    assert load_function("saved")(1) == 1


def test_weeks():
    """Four weeks bring 10 EUR"""
    assert load_function("saved")(4) == 10


def test_year():
    """A year brings 1378 EUR"""
    assert load_function("saved")(52) == 1378


def test_none():
    """No weeks bring nothing"""
    assert load_function("saved")(0) == 0
