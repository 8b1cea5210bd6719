from program import saved  # takes the function saved out of program.py


def test_no_weeks():
    assert saved(0) == 0
