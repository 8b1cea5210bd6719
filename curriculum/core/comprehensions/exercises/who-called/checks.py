# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import demand, expect_lines, expect_value, run_program


def test_set():
    """The set holds each address once"""
    expect_value(run_program().value("addresses"), {"10.0.0.2", "10.0.0.9"})


def test_shown():
    """Number and addresses are shown, in alphabetical order"""
    expect_lines(run_program(), ["2 addresses", "10.0.0.2", "10.0.0.9"])


def test_other_log():
    """Another log gives other addresses"""
    log = ["z.example / 404", "b.example /x404 200", "m.example /y 404", "z.example /z 404", "a.example / 404"]
    run = run_program(change={"log": log})
    expect_lines(run, ["3 addresses", "a.example", "m.example", "z.example"])


def test_comprehension():
    """A set comprehension collects them"""
    demand("comprehension")
