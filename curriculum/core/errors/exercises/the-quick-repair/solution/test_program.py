from program import share


def test_two_guests():
    assert share(40, 2) == 20


def test_no_guests():
    try:
        share(40, 0)
    except ValueError:
        pass
    else:
        assert False, "a table without guests was taken"
