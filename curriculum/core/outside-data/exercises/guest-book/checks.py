# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_output, read_file, run_program, write_file


def test_first():
    """The first guest begins the book"""
    expect_output(run_program(stdin="Ada\n"), "Name: 1 guests so far")
    assert read_file("guests.txt").splitlines() == ["Ada"]


def test_stays():
    """Another name is added below, and the others stay"""
    write_file("guests.txt", "Ada\nZoë\n")
    run = run_program(stdin="Grace\n")
    assert read_file("guests.txt").splitlines() == ["Ada", "Zoë", "Grace"]
    expect_output(run, "Name: 3 guests so far")


def test_two_in_a_row():
    """Two guests, one after the other, stand in two lines"""
    write_file("guests.txt", None)
    run_program(stdin="Ada\n")
    expect_output(run_program(stdin="Grace\n"), "Name: 2 guests so far")
    assert read_file("guests.txt").splitlines() == ["Ada", "Grace"]
