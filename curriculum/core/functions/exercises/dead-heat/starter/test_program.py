from program import podium


def test_example():
    assert podium(["Cleo 11.9", "Ada 10.2", "Dora 12.4", "Ben 10.2"]) == ["Ada", "Ben", "Cleo"]
