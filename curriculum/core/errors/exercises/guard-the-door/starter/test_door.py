from door import age_from


def test_an_age():
    assert age_from("42") == 42
