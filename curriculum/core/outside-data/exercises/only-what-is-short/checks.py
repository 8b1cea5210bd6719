# SPDX-License-Identifier: GPL-3.0-or-later
import csv
from io import StringIO

from skillet_check import read_file, run_program, write_file


def ordered():
    return list(csv.reader(StringIO(read_file("order.csv"))))


def test_order():
    """order.csv holds what is short, and how much of it"""
    run_program()
    assert ordered() == [["item", "missing"], ["yeast", "3"], ["sugar", "3"]]


def test_two_digits():
    """Ten packs are more than nine"""
    write_file("stock.csv", 'item,count,least\nflour,10,9\n"oil, cold",9,10\n')
    run_program()
    assert ordered() == [["item", "missing"], ["oil, cold", "1"]]


def test_enough():
    """With enough of everything only the names of the columns are there"""
    write_file("stock.csv", "item,count,least\nflour,3,3\n")
    run_program()
    assert ordered() == [["item", "missing"]]
