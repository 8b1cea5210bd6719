import program


def test_values_are_numbers():
    assert None not in program.measured
