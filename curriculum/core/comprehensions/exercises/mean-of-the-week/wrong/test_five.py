import program


def test_days():
    assert len(program.measured) == 5
