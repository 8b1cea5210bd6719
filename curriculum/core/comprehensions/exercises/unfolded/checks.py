# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import ban, demand, expect_lines, run_program


def test_same_output():
    """The warnings are what they were"""
    expect_lines(run_program(), ["web: disk 91 %", "db: slow query", "web2: disk 95 %"])


def test_other_logs():
    """Other logs give other warnings, in their order"""
    logs = {"a": ["WARN one", "INFO x", "WARN two"], "test": ["WARN three"], "b": ["INFO WARN late", "INFO y"]}
    run = run_program(change={"logs": logs})
    expect_lines(run, ["a: one", "a: two", "b: WARN late"])


def test_unfolded():
    """Plain loops do it, without a comprehension"""
    ban("comprehension", "A comprehension is still there. Each of its for and if parts becomes a line of its own.")
    demand("for loop")
