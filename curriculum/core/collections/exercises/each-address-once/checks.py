# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_value, load_function


def test_once():
    """Each address is there once, in order"""
    clean = load_function("clean")
    expect_value(clean(["Ben@x.org", " ada@x.org", "Ada@x.org", "nobody"]), ["ada@x.org", "ben@x.org"])


def test_more():
    """Spellings that differ are one address"""
    clean = load_function("clean")
    expect_value(clean(["Z@z.org", "z@z.org ", "Z@Z.ORG", "a@z.org"]), ["a@z.org", "z@z.org"])
    expect_value(clean([]), [])


def test_stays():
    """The caller's list stays"""
    addresses = [" B@x.org", "a@x.org"]
    load_function("clean")(addresses)
    assert addresses == [" B@x.org", "a@x.org"]
