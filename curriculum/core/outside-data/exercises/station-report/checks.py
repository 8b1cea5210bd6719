# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import load_function, read_file, run_program, write_file


def the(name):
    return load_function(name, file="station.py")


def test_reads_all():
    """read_lines() gives the nine lines that say something"""
    lines = the("read_lines")("station.log")
    assert len(lines) == 9
    assert lines[1] == "2026-03-01 07:00; yard; 3,5"


def test_reads_others():
    """Blanks around a line, also before a comment, do not count"""
    write_file("other.log", "  # no\n\n   \n  2026-03-02 07:00; hut; 1.0  \n")
    assert the("read_lines")("other.log") == ["2026-03-02 07:00; hut; 1.0"]


def test_parses():
    """parse() makes a dict of a good line"""
    assert the("parse")("2026-03-01 07:00; roof; 4.5") == {
        "time": "2026-03-01 07:00",
        "station": "roof",
        "value": 4.5,
    }


def test_parses_odd_ones():
    """Capitals and commas are no harm"""
    parse = the("parse")
    assert parse("2026-03-01 08:00;Roof ;6,0") == {"time": "2026-03-01 08:00", "station": "roof", "value": 6.0}
    assert parse("2026-03-01 09:00; YARD; -1,5")["value"] == -1.5


def test_refuses():
    """What cannot be used gives None"""
    parse = the("parse")
    assert parse("2026-03-01 10:00; roof") is None
    assert parse("2026-03-01 10:00; roof; 1.0; 2.0") is None
    assert parse("2026-03-01 10:00; yard; n/a") is None


def test_refuses_impossible():
    """So does what cannot be: more than 60 degrees of heat or cold"""
    parse = the("parse")
    assert parse("2026-03-01 09:00; roof; 999.9") is None
    assert parse("2026-03-01 09:00; roof; -61") is None
    assert parse("2026-03-01 09:00; roof; 60")["value"] == 60.0


def test_groups():
    """group() collects the values of each station"""
    readings = [
        {"time": "1", "station": "roof", "value": 4.5},
        {"time": "1", "station": "yard", "value": 3.5},
        {"time": "2", "station": "roof", "value": 6.0},
    ]
    assert the("group")(readings) == {"roof": [4.5, 6.0], "yard": [3.5]}
    assert the("group")([]) == {}


def test_summarises():
    """summarise() counts, compares and divides"""
    assert the("summarise")([4.5, 6.0, 7.5]) == {"count": 3, "lowest": 4.5, "highest": 7.5, "mean": 6.0}


def test_rounds():
    """The mean has one digit"""
    assert the("summarise")([1.0, 1.0, 2.0])["mean"] == 1.3
    assert the("summarise")([-2.0])["lowest"] == -2.0


def test_report():
    """report.txt has a line for each station"""
    run_program(file="report.py")
    assert read_file("report.txt").splitlines() == [
        "cellar: 1 reading, 11.0 to 11.0, mean 11.0",
        "roof: 3 readings, 4.5 to 7.5, mean 6.0",
        "yard: 2 readings, 3.5 to 5.0, mean 4.2",
    ]


def test_another_log():
    """Another log gets its own report"""
    write_file("station.log", "# new\n2026-04-01 07:00; tower; 10\n2026-04-01 07:00; bridge; 8,5\n")
    run_program(file="report.py")
    assert read_file("report.txt").splitlines() == [
        "bridge: 1 reading, 8.5 to 8.5, mean 8.5",
        "tower: 1 reading, 10.0 to 10.0, mean 10.0",
    ]


def test_empty_log():
    """A log without readings gives an empty report"""
    write_file("station.log", "# silence\n2026-04-01 07:00; tower; n/a\n")
    run_program(file="report.py")
    assert read_file("report.txt") == ""
