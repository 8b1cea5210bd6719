# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import demand, expect_lines, run_program


def test_order():
    """Amount and pieces of this order are right"""
    expect_lines(run_program(), ["To pay: 13.40", "Cool bag: 5 pieces"])


def test_other_order():
    """Another order gets its own numbers"""
    items = [
        {"name": "ice", "count": 3, "price": 1.5, "chilled": True},
        {"name": "salt", "count": 1, "price": 0.8, "chilled": False},
        {"name": "fish", "count": 2, "price": 7.25, "chilled": True},
    ]
    run = run_program(change={"order": {"customer": "Ben", "items": items}})
    expect_lines(run, ["To pay: 19.80", "Cool bag: 5 pieces"])


def test_nothing_ordered():
    """An empty order costs nothing"""
    run = run_program(change={"order": {"customer": "Cleo", "items": []}})
    expect_lines(run, ["To pay: 0.00", "Cool bag: 0 pieces"])


def test_sum():
    """Both are worked out by sum"""
    demand("sum()")
    demand("comprehension", "sum wants to be fed with a generator expression, and there is none yet.")
