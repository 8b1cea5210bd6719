from postage import postage  # takes the function postage out of postage.py


def test_small_parcel():
    assert postage(300) == 2.9
