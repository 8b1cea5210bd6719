# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_lines, run_program


def test_plank():
    """Boards and the rest of this plank"""
    expect_lines(run_program(), ["5 boards", "300 mm left"])


def test_no_rest():
    """A plank may come out even"""
    expect_lines(run_program(change={"plank": 3000, "board": 750}), ["4 boards", "0 mm left"])


def test_too_short():
    """A plank may be too short"""
    expect_lines(run_program(change={"plank": 400, "board": 500}), ["0 boards", "400 mm left"])
