from door import age_from


def test_an_age():
    assert age_from("42") == 42


def test_both_ends():
    assert age_from("0") == 0
    assert age_from("120") == 120
