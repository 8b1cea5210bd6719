from program import fee


def test_free_days():
    assert fee(0, 20.0) == 0.0
    assert fee(3, 20.0) == 0.0
