from skillet_check import expect_lines, run_program


def test_greets():
    """It greets the guest"""
    expect_lines(run_program(), ["Welcome, Ada."])


def test_another_guest():
    """It greets another guest too"""
    expect_lines(run_program(change={"guest": "Ben"}), ["Welcome, Ben."])
