from booking import nights


def refuses(text):
    try:
        nights(text)
    except ValueError:
        return True
    return False


def test_three_nights():
    assert nights("2026-03-01 to 2026-03-04") == 3


def test_over_the_end_of_a_month():
    assert nights("2026-02-27 to 2026-03-02") == 3


def test_no_night():
    assert refuses("2026-03-01 to 2026-03-01")


def test_backwards():
    assert refuses("2026-03-04 to 2026-03-01")
