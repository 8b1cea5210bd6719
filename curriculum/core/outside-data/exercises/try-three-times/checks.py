# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import load_function, raises, read_file, write_file


def test_third_time():
    """Busy twice, and the third answer counts"""
    assert load_function("fetch")("roof") == 4.5


def test_not_busy():
    """A server that has time is asked once"""
    write_file("stations.json", '{"values": {"yard": 3.0}, "busy": 0}')
    assert load_function("fetch")("yard") == 3.0


def test_gives_up():
    """After three requests the error is raised"""
    write_file("stations.json", '{"values": {"roof": 4.5}, "busy": 50}')
    with raises(OSError):
        load_function("fetch")("roof")


def test_unknown():
    """A 404 is raised at once"""
    write_file("stations.json", '{"values": {"roof": 4.5}, "busy": 0}')
    fetch = load_function("fetch")
    with raises(OSError):
        fetch("attic")
    assert read_file("asked.txt") == "1", "A 404 is no case for a retry, and the server was asked again all the same."
