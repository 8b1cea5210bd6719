from program import make_baskets


def test_presents():
    assert make_baskets(["Ada"], ["bell"]) == {"Ada": ["bell"]}


def test_own_baskets():
    baskets = make_baskets(["Ada", "Ben"], ["bell"])
    baskets["Ada"].append("lamp")
    assert baskets["Ben"] == ["bell"]
