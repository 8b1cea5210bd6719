# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import load_function


def team(name, points, scored, conceded):
    return {"name": name, "points": points, "scored": scored, "conceded": conceded}


def test_points():
    """More points come first"""
    standings = load_function("standings")
    teams = [team("A", 9, 1, 1), team("B", 30, 1, 1), team("C", 10, 1, 1)]
    assert standings(teams) == ["1. B 30", "2. C 10", "3. A 9"]


def test_difference():
    """With equal points, the larger goal difference comes first"""
    standings = load_function("standings")
    teams = [team("A", 7, 30, 31), team("B", 7, 5, 1), team("C", 7, 20, 18)]
    assert standings(teams) == ["1. B 7", "2. C 7", "3. A 7"]


def test_names():
    """With all of it equal, the names are in alphabetical order"""
    standings = load_function("standings")
    teams = [team("Zebras", 7, 4, 2), team("Ants", 7, 2, 0), team("Mules", 7, 9, 7)]
    assert standings(teams) == ["1. Ants 7", "2. Mules 7", "3. Zebras 7"]


def test_left_alone():
    """The list that was handed over keeps its order, and an empty one gives no lines"""
    standings = load_function("standings")
    teams = [team("A", 1, 1, 1), team("B", 2, 1, 1)]
    standings(teams)
    assert [entry["name"] for entry in teams] == ["A", "B"], "The list that was handed over has another order now."
    assert standings([]) == []
