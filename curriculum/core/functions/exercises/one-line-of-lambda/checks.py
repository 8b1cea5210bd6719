# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import ban, expect_lines, load_function, run_program


def test_same_output():
    """The lines stand in the order in which they stood"""
    expect_lines(
        run_program(),
        [
            "ERROR 02:10 disk full",
            "ERROR 02:14 no route",
            "WARN 02:03 slow query",
            "INFO 02:00 start",
            "NOTE 02:05 backup",
        ],
    )


def test_urgency():
    """urgency answers with the level and the time of a line"""
    urgency = load_function("urgency")
    assert urgency("WARN 02:03 slow query") == (1, "02:03")
    assert urgency("ERROR 23:59 x") == (0, "23:59")
    assert urgency("DEBUG 11:00 y") == (9, "11:00")


def test_other_log():
    """Another log is put in order by the same rule"""
    run = run_program(change={"log": ["X 09:00 a", "INFO 10:00 b", "INFO 08:00 c", "ERROR 11:00 d"]})
    expect_lines(run, ["ERROR 11:00 d", "INFO 08:00 c", "INFO 10:00 b", "X 09:00 a"])


def test_no_lambda():
    """No lambda is left"""
    ban("lambda", "There is still a lambda. Hand over the function by its name: key=urgency.")
