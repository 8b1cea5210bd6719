from program import is_free  # takes the function is_free out of program.py


def test_small_order():
    assert not is_free("IE", False, 20.0)


def test_abroad():
    assert not is_free("DE", False, 60.0)
