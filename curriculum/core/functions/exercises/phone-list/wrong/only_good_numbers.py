from phones import clean_phone


def test_left_out():
    assert clean_phone("030 123-45/67") == "0301234567"


def test_plus():
    assert clean_phone("+49 30 1234567") == "+49301234567"


def test_two_zeros():
    assert clean_phone("0049 30 1234567") == "+49301234567"
