from phones import clean_phone


def test_short():
    assert clean_phone("123-456") == "123456"
