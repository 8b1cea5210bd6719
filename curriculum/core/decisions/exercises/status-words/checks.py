# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_output, run_program


def test_not_found():
    """404 is shown as Not Found"""
    expect_output(run_program(), "404 Not Found")


def test_ok():
    """200 is shown as OK"""
    expect_output(run_program(change={"status": 200}), "200 OK")


def test_moved():
    """301 is shown as Moved"""
    expect_output(run_program(change={"status": 301}), "301 Moved")


def test_others():
    """Any other number is unknown"""
    expect_output(run_program(change={"status": 418}), "418 unknown")
    expect_output(run_program(change={"status": 503}), "503 unknown")
