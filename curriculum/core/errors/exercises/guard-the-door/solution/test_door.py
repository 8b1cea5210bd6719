from door import age_from


def refuses(text):
    try:
        age_from(text)
    except ValueError:
        return True
    return False


def test_an_age():
    assert age_from("42") == 42


def test_both_ends():
    assert age_from("0") == 0
    assert age_from("120") == 120


def test_out_of_range():
    assert refuses("121")
    assert refuses("-1")


def test_no_number():
    assert refuses("forty")
    assert refuses("")
