# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_lines, load_function, run_program


def test_report():
    """The report names all three marks"""
    expect_lines(run_program(), ["distinction, pass, fail"])


def test_edges():
    """85 is a distinction, 60 a pass, 59 a fail, and so is 0"""
    grade = load_function("grade")
    assert grade(85) == "distinction"
    assert grade(84) == "pass"
    assert grade(60) == "pass"
    assert grade(59) == "fail"
    assert grade(0) == "fail"


def test_other_results():
    """Other results give another report"""
    expect_lines(run_program(change={"results": [12, 99]}), ["fail, distinction"])
