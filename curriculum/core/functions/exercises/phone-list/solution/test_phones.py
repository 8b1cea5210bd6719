from phones import clean_phone


def refused(text):
    try:
        clean_phone(text)
    except ValueError:
        return True
    return False


def test_left_out():
    assert clean_phone("030 123-45/67") == "0301234567"


def test_plus():
    assert clean_phone("+49 30 1234567") == "+49301234567"


def test_two_zeros():
    assert clean_phone("0049 30 1234567") == "+49301234567"


def test_no_digit():
    assert refused("030 1234x567")
    assert refused("+49+30 1234567")


def test_length():
    assert clean_phone("1234567") == "1234567"
    assert refused("123456")
