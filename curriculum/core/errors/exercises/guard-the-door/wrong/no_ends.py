from door import age_from


def refuses(text):
    try:
        age_from(text)
    except ValueError:
        return True
    return False


def test_an_age():
    assert age_from("42") == 42


def test_out_of_range():
    assert refuses("200")


def test_no_number():
    assert refuses("forty")
