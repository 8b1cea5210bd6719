from booking import nights


def test_three_nights():
    assert nights("2026-03-01 to 2026-03-04") == 3


def test_over_the_end_of_a_month():
    assert nights("2026-02-27 to 2026-03-02") == 3
