from program import make_baskets


def test_presents():
    assert make_baskets(["Ada"], ["bell"]) == {"Ada": ["bell"]}
