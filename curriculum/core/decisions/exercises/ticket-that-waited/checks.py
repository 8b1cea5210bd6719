# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_output, run_program


def test_tonight():
    """Tonight's ticket wakes somebody"""
    expect_output(run_program(), "on call: Our SHOP is DOWN since midnight")


def test_no_customer():
    """A ticket about something that is down is urgent, whoever wrote it"""
    run = run_program(change={"customer": False, "title": "The door camera is down"})
    expect_output(run, "on call: The door camera is down")


def test_calm_customer():
    """Other tickets from customers still wait until tomorrow"""
    expect_output(run_program(change={"title": "A new address"}), "tomorrow: A new address")


def test_mailbox():
    """All others still go to the mailbox"""
    run = run_program(change={"customer": False, "title": "Advertising"})
    expect_output(run, "mailbox: Advertising")
