import program


def test_zero_is_a_measured_value():
    assert program.measured == [4.0, 2.5, -1.0, 0.0, 1.5, 3.0]
    assert program.mean == 1.67
