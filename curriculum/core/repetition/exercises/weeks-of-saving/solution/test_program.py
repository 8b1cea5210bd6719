from program import saved  # takes the function saved out of program.py


def test_no_weeks():
    assert saved(0) == 0


def test_first_weeks():
    assert saved(1) == 1
    assert saved(2) == 3
