from program import podium


def test_below_ten_seconds():
    assert podium(["Cleo 11.9", "Ada 10.2", "Dora 9.8", "Ben 10.4"]) == ["Dora", "Ada", "Ben"]


def test_dead_heat():
    assert podium(["Zoe 9.8", "Ada 9.8"]) == ["Ada", "Zoe"]
