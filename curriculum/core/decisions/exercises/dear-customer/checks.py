# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_output, run_program


def test_name():
    """A name is greeted"""
    expect_output(run_program(stdin="Ada\n"), "Name: Dear Ada,")


def test_spaces_around():
    """Spaces around a name are taken away"""
    expect_output(run_program(stdin="  Grace Hopper \n"), "Name: Dear Grace Hopper,")


def test_nothing():
    """Whoever types nothing is the customer"""
    expect_output(run_program(stdin="\n"), "Name: Dear customer,")


def test_only_spaces():
    """Spaces alone are nothing as well"""
    expect_output(run_program(stdin="   \n"), "Name: Dear customer,")
