from booking import nights


def test_it_answers():
    nights("2026-03-01 to 2026-03-04")
