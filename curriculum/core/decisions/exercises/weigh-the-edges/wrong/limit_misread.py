from postage import postage


def test_small_parcel():
    assert postage(300) == 2.9


def test_middle_parcel():
    assert postage(500) == 4.8
    assert postage(2000) == 4.8


def test_heavy_parcel():
    assert postage(2001) == 9.5
