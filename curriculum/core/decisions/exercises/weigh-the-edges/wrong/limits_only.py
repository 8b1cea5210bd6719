from postage import postage


def test_small_parcel():
    assert postage(300) == 2.9
    assert postage(500) == 2.9


def test_middle_parcel():
    assert postage(2000) == 4.8
