# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_output, run_program, write_file


def test_closed():
    """Without a file there were 0 guests"""
    expect_output(run_program(), "0 guests")


def test_open():
    """With a file its lines are counted"""
    write_file("guests.txt", "Ada\nGrace\nZoë\n")
    expect_output(run_program(), "3 guests")


def test_not_swallowed():
    """A file that cannot be read is still an error"""
    write_file("guests.txt", b"Zo\xeb\n")
    run = run_program(may_fail=True)
    assert run.exception is not None, (
        "guests.txt holds bytes that are no UTF-8, and the program went on as if nothing had happened. "
        "Catch only the error of a missing file."
    )
