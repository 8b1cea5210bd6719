# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import demand, needs, run_program


def test_even():
    """18 rolls fill three boxes, as before"""
    run = run_program(change={"left": 18})
    assert run.lines[-1] == "Boxes: 3"


def test_rest():
    """19 rolls need a fourth box"""
    assert run_program().lines[-1] == "Boxes: 4"


def test_few():
    """A single roll needs a box, no roll needs none"""
    assert run_program(change={"left": 1}).lines[-1] == "Boxes: 1"
    assert run_program(change={"left": 0}).lines[-1] == "Boxes: 0"


@needs(test_rest)
def test_loop():
    """A while loop counts the boxes"""
    demand("while loop")
