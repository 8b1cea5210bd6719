# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_output, run_program


def test_request():
    """404 is a fault of the request"""
    expect_output(run_program(), "404: fault of the request")


def test_success():
    """204 is a success"""
    expect_output(run_program(change={"status": 204}), "204: success")


def test_server():
    """503 is a fault of the server"""
    expect_output(run_program(change={"status": 503}), "503: fault of the server")


def test_other():
    """A redirect, and a number that no family has, are other"""
    expect_output(run_program(change={"status": 301}), "301: other")
    expect_output(run_program(change={"status": 600}), "600: other")
    expect_output(run_program(change={"status": 102}), "102: other")


def test_edges():
    """The first and the last of a family belong to it"""
    expect_output(run_program(change={"status": 200}), "200: success")
    expect_output(run_program(change={"status": 499}), "499: fault of the request")
    expect_output(run_program(change={"status": 500}), "500: fault of the server")
