# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_lines, program_text, run_program, write_file


def test_reading():
    """The status and the reading of the roof are printed"""
    expect_lines(run_program(), ["200", "roof: 4.5 degrees"])


def test_other_weather():
    """Tomorrow's reading is another one"""
    write_file("stations.json", '{"values": {"roof": -7.25}}')
    expect_lines(run_program(), ["200", "roof: -7.25 degrees"])


def test_limit():
    """The request has a time limit"""
    assert "timeout" in program_text(), "A server that never answers would hold your program for ever. Give urlopen a timeout."
