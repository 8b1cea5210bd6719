# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_lines, load_function, run_program


def test_two_headlines():
    """Each headline counts its own words"""
    expect_lines(run_program(), ["{'bread': 2, 'and': 1, 'salt': 1}", "{'salt': 1, 'lamps': 1}"])


def test_again():
    """The same text gives the same counts, however often it is asked for"""
    count_words = load_function("count_words")
    assert count_words("tea tea") == {"tea": 2}
    assert count_words("tea tea") == {"tea": 2}


def test_handed_over():
    """A dict that is handed over is filled further"""
    count_words = load_function("count_words")
    assert count_words("salt", {"salt": 4}) == {"salt": 5}
    assert count_words("Salt pepper", {"salt": 1, "oil": 2}) == {"salt": 2, "oil": 2, "pepper": 1}


def test_empty_dict_handed_over():
    """An empty dict that is handed over is the one that gets filled"""
    counts = {}
    load_function("count_words")("tea", counts)
    assert counts == {"tea": 1}, "The function was handed an empty dict and filled another one. Ask: is counts None?"
