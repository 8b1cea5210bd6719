from program import share


def test_two_guests():
    assert share(40, 2) == 20
