# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import load_function, write_file


def test_book():
    """The order book is read whole"""
    pieces_by_customer = load_function("pieces_by_customer")
    assert pieces_by_customer("book.csv") == {"Ada": 12, "Grace": 2}


def test_commas():
    """Commas in any field are no harm"""
    write_file("other.csv", 'customer,item,count\n"Lovelace, Ada","Rye, dark, cut",3\n')
    pieces_by_customer = load_function("pieces_by_customer")
    assert pieces_by_customer("other.csv") == {"Lovelace, Ada": 3}
