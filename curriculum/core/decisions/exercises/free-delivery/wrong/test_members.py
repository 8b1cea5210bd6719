from program import is_free


def test_small_order():
    assert not is_free("IE", False, 20.0)


def test_member():
    assert is_free("IE", True, 20.0)
