from program import fee


def test_thirteen_days():
    assert fee(13, 20.0) == 20.0
