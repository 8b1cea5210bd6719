# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import expect_lines, run_program, write_file


def test_all_three():
    """The cellar is told of, and the yard is asked"""
    expect_lines(run_program(), ["roof: 4.5", "cellar: no such station", "yard: 3.0"])


def test_other_names():
    """Any of them may be out"""
    run = run_program(change={"names": ["attic", "yard", "cellar"]})
    expect_lines(run, ["attic: no such station", "yard: 3.0", "cellar: no such station"])


def test_broken_server():
    """A server in trouble is still an error"""
    write_file("stations.json", '{"values": {"roof": 4.5}, "busy": 99}')
    run = run_program(may_fail=True)
    assert run.exception is not None, (
        "The server answered 503 to everything, and the program went on as if the stations were gone. "
        "Only a 404 means that there is no such station."
    )
