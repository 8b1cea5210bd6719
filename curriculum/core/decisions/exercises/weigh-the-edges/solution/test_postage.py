from postage import postage  # takes the function postage out of postage.py


def test_small_parcel():
    assert postage(300) == 2.9
    assert postage(500) == 2.9


def test_middle_parcel():
    assert postage(501) == 4.8
    assert postage(2000) == 4.8


def test_heavy_parcel():
    assert postage(2001) == 9.5
