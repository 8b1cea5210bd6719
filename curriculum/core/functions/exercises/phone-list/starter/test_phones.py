from phones import clean_phone


def test_blanks():
    assert clean_phone("030 123 45 67") == "0301234567"
