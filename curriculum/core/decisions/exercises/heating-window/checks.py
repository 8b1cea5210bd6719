# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import ban, expect_output, needs, run_program


def test_same():
    """At 21 o'clock it prints the same as before"""
    expect_output(run_program(), "hour 21: True")


def test_limits():
    """At both limits it still does the same"""
    expect_output(run_program(change={"hour": 6}), "hour 6: True")
    expect_output(run_program(change={"hour": 22}), "hour 22: False")


def test_outside():
    """At night it still does the same"""
    expect_output(run_program(change={"hour": 5}), "hour 5: False")
    expect_output(run_program(change={"hour": 23}), "hour 23: False")


@needs(test_same)
def test_no_if():
    """There is no if in it any more"""
    ban("if", "The comparison itself is True or False: heating can be set to it, without an if.")
