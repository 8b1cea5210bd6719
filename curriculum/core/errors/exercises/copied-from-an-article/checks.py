# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import demand, expect_output, load_function, run_program


def test_started():
    """Started as a program it greets the kitchen"""
    expect_output(run_program(), "Good morning, kitchen")


def test_imported():
    """Imported by another program it would greet nobody"""
    demand("name __name__", "Nothing asks whether the program was started or imported: __name__ knows.")
    assert load_function("greet")("bar") == "Good morning, bar"
