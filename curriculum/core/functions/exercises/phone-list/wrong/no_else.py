from phones import clean_phone


def test_left_out():
    assert clean_phone("030 123-45/67") == "0301234567"


def test_plus_and_zeros():
    assert clean_phone("+49 30 1234567") == clean_phone("0049 30 1234567") == "+49301234567"


def test_length():
    assert clean_phone("1234567") == "1234567"


def test_letter():
    try:
        clean_phone("030 1234x567")
    except ValueError:
        pass
