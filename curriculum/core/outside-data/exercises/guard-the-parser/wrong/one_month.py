from booking import nights


def test_three_nights():
    assert nights("2026-03-01 to 2026-03-04") == 3


def test_no_night():
    try:
        nights("2026-03-01 to 2026-03-01")
    except ValueError:
        pass
    else:
        assert False, "no error"
