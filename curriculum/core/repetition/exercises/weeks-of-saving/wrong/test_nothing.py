from program import saved


def test_no_weeks():
    assert saved(0) == 0


def test_still_nothing():
    assert saved(0) < 1
