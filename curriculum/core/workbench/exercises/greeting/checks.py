# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_line, expect_lines, fail, run_program


def test_has_a_name():
    """The program greets somebody"""
    name = run_program().value("name")
    if not isinstance(name, str) or not name.strip():
        fail('In line 1, put your name between the quotes, as in name = "Ada".')
    if name == "nobody":
        fail("The program still greets nobody. Put your own name between the quotes in line 1.")


def test_greets():
    """The first line says hello"""
    run = run_program()
    expect_line(run, 1, f"Hello, {run.value('name')}!")


def test_kitchen_is_open():
    """The second line says that the kitchen is open"""
    run = run_program()
    name = run.value("name")
    expect_lines(run, [f"Hello, {name}!", f"The kitchen is open, {name}."])


def test_follows_the_name():
    """With another name in line 1, both lines change"""
    expect_lines(run_program(change={"name": "Grace"}), ["Hello, Grace!", "The kitchen is open, Grace."])
