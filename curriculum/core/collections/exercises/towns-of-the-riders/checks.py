# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import load_function


def test_towns():
    """Riders of one town stand together, in their order"""
    riders = [
        {"name": "Ada", "town": "Lyon"},
        {"name": "Ben", "town": "Metz"},
        {"name": "Cleo", "town": "Lyon"},
    ]
    assert load_function("by_town")(riders) == {"Lyon": ["Ada", "Cleo"], "Metz": ["Ben"]}


def test_missing():
    """Without a town it is unknown"""
    riders = [{"name": "Ben"}, {"name": "Dora"}]
    assert load_function("by_town")(riders) == {"unknown": ["Ben", "Dora"]}


def test_empty():
    """With an empty one, too"""
    riders = [{"name": "Ada", "town": ""}, {"name": "Ben"}]
    assert load_function("by_town")(riders) == {"unknown": ["Ada", "Ben"]}
