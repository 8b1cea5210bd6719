from postage import postage


def test_small_parcel():
    assert postage(300) == 2.9


def test_middle_parcel():
    assert postage(1200) == 4.8


def test_heavy_parcel():
    assert postage(5000) == 9.5
