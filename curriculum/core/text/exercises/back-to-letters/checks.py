# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_value, load_function


def test_zoe():
    """Zoë has her letter back"""
    expect_value(load_function("mend")("ZoÃ«"), "Zoë")


def test_others():
    """Other letters come back, too"""
    mend = load_function("mend")
    expect_value(mend("JosÃ© GarcÃ\xada"), "José García")
    expect_value(mend("5 â\x82¬"), "5 €")


def test_left_alone():
    """What is right already stays"""
    mend = load_function("mend")
    expect_value(mend("Zoë"), "Zoë")
    expect_value(mend("Ada"), "Ada")
    expect_value(mend("東京"), "東京")
