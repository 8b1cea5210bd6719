# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_lines, run_program


def test_right():
    """The right code opens at once"""
    expect_lines(run_program(stdin="0417\n1111\n2222\n3333\n"), ["Code: Open."])


def test_second():
    """A wrong one, then the right one"""
    expect_lines(run_program(stdin="1234\n0417\n1\n2\n"), ["Code: No. Tries left: 2", "Code: Open."])


def test_third():
    """The third try may still be right"""
    expect_lines(
        run_program(stdin="1\n2\n 0417 \n3\n"), ["Code: No. Tries left: 2", "Code: No. Tries left: 1", "Code: Open."]
    )


def test_locked():
    """After three wrong codes the door is locked"""
    expect_lines(
        run_program(stdin="1\n2\n3\n0417\n"),
        ["Code: No. Tries left: 2", "Code: No. Tries left: 1", "Code: No. Tries left: 0", "Locked."],
    )


def test_zeros():
    """417 is another code than 0417"""
    expect_lines(run_program(stdin="417\n0417\n1\n2\n"), ["Code: No. Tries left: 2", "Code: Open."])


def test_other_code():
    """With another code, another one opens"""
    run = run_program(stdin="0417\n9999\n1\n2\n", change={"code": "9999"})
    expect_lines(run, ["Code: No. Tries left: 2", "Code: Open."])
